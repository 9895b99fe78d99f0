package voxpop.translation.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.translation.document.Documents;
import voxpop.translation.document.Translators;

/** A translation as readers would get it. */
@Controller("/api/translations/{article}/{language}/preview")
class PreviewController {
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Preview(String title, @Nullable String summary, String html) {}

  private final Documents documents;
  private final Editions editions;

  PreviewController(Documents documents, Editions editions) {
    this.documents = documents;
    this.editions = editions;
  }

  @Get
  Preview preview(UUID article, String language, Caller caller) {
    Translators.requireToLook(caller);
    Rendering text = editions.preview(documents.translation(article, language));
    return new Preview(text.title(), text.summary(), text.html());
  }
}
