package voxpop.translation.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives article-service an edition that the feed has announced. */
@Controller("/editions")
class EditionController {
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EditionText(
      UUID article,
      String language,
      int version,
      int sourceRevision,
      @Nullable String title,
      @Nullable String summary,
      @Nullable String html,
      @Nullable String slug,
      @Nullable String origin,
      @Nullable String status) {
    EditionText(Edition edition) {
      this(
          edition.article(),
          edition.language(),
          edition.version(),
          edition.sourceRevision(),
          edition.title(),
          edition.summary(),
          edition.html(),
          edition.slug(),
          edition.origin(),
          edition.status());
    }
  }

  private final EditionRepository editions;

  EditionController(EditionRepository editions) {
    this.editions = editions;
  }

  @Get("/{article}/{language}")
  Optional<EditionText> edition(UUID article, String language) {
    return editions
        .findByArticleAndLanguage(article, language)
        .filter(Edition::live)
        .map(EditionText::new);
  }
}
