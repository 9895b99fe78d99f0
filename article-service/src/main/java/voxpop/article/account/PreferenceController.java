package voxpop.article.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/** How somebody wants to be spoken and written to: theirs to say, and an administrator's. */
@Controller("/api/authors/{author}/preferences")
class PreferenceController {
  /** What the house itself speaks. */
  private static final String LANGUAGES = "de|en|es|fr";

  private final Preferences preferences;

  PreferenceController(Preferences preferences) {
    this.preferences = preferences;
  }

  @Serdeable
  record Input(
      @Nullable
          @Pattern(regexp = LANGUAGES, message = "must be one of " + LANGUAGES + ", or left out")
          String language,
      @NotNull(message = "say whether mails are wanted") Boolean digest) {}

  /** The same with what a mail server said of the address. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Answer(@Nullable String language, boolean digest, @Nullable String refused) {
    Answer(Preference preference) {
      this(preference.language(), preference.digest(), preference.refused());
    }
  }

  @Get
  Optional<Answer> show(Caller caller, UUID author) {
    requireOwn(caller, author);
    return preferences.of(author).map(Answer::new);
  }

  @Put
  Optional<Answer> change(Caller caller, UUID author, @Body @Valid Input input) {
    requireOwn(caller, author);
    return preferences.change(author, input.language(), input.digest()).map(Answer::new);
  }

  private static void requireOwn(Caller caller, UUID author) {
    Caller.Author who = caller.require();
    if (!who.id().equals(author) && !who.is(Role.ADMINISTRATOR)) {
      throw Problem.forbidden("These are somebody else's.");
    }
  }
}
