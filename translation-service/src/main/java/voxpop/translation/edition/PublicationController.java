package voxpop.translation.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.translation.document.Translators;

@Controller("/api/translations/{article}/{language}/publication")
class PublicationController {
  /** {@code slug}: the address that is wished for; one that is taken gets a number. */
  @Serdeable
  record Wish(
      @Nullable
          @Size(max = 200)
          @Pattern(regexp = "(?s).*[\\p{L}\\p{Nd}].*", message = "must hold a letter or a digit")
          String slug) {}

  /** What readers get now. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Published(
      UUID article,
      String language,
      boolean published,
      @Nullable String slug,
      @Nullable String title,
      @Nullable String origin,
      @Nullable String status,
      int version) {
    Published(Edition edition) {
      this(
          edition.article(),
          edition.language(),
          edition.published(),
          edition.slug(),
          edition.title(),
          edition.origin(),
          edition.status(),
          edition.version());
    }
  }

  private final Publication publication;

  PublicationController(Publication publication) {
    this.publication = publication;
  }

  @Put
  Published give(UUID article, String language, @Body @Valid @Nullable Wish wish, Caller caller) {
    Translators.require(caller, language);
    return new Published(publication.give(article, language, wish == null ? null : wish.slug()));
  }

  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void takeBack(UUID article, String language, Caller caller) {
    Translators.require(caller, language);
    publication.takeBack(article, language);
  }
}
