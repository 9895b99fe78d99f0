package voxpop.translation.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.caller.Caller;
import voxpop.translation.document.Pace;

/** Comments in the reader's language, on request. */
@Controller("/api/translations/comments/{id}/{language}")
class CommentController {
  /**
   * A comment in another language; {@code from}: the one that it was written in; {@code origin}:
   * the engine that gave it, or {@code memory}.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Translation(UUID comment, String from, String language, String html, String origin) {
    Translation(Translating.Translated text) {
      this(text.comment(), text.from(), text.language(), text.html(), text.origin());
    }
  }

  private final Translating translating;
  private final Pace pace;
  private final CommentSettings settings;

  CommentController(Translating translating, Pace pace, CommentSettings settings) {
    this.translating = translating;
    this.pace = pace;
    this.settings = settings;
  }

  /** What somebody asked for before. */
  @Get
  Optional<Translation> known(UUID id, String language) {
    return translating.known(id, language).map(Translation::new);
  }

  @Post
  Translation translate(UUID id, String language, Caller caller) {
    Optional<Translating.Translated> known = translating.known(id, language);
    if (known.isPresent()) return new Translation(known.get());
    pace.check("comment", caller, settings);
    return new Translation(translating.translate(id, language));
  }
}
