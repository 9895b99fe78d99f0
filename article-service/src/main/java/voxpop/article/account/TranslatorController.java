package voxpop.article.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/**
 * Who gets mails about what went stale, for translation-service, which sends them and keeps no
 * address; and the way out for who doesn't want them, for the gateway.
 */
@Controller("/translators")
class TranslatorController {
  private final Preferences preferences;
  private final PreferenceRepository repository;

  TranslatorController(Preferences preferences, PreferenceRepository repository) {
    this.preferences = preferences;
    this.repository = repository;
  }

  /**
   * Somebody to write to.
   *
   * @param language to write in, if they have chosen one
   * @param token ends the mails
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Translator(
      UUID account,
      String displayName,
      String email,
      List<String> languages,
      @Nullable String language,
      String token) {
    static Translator of(Author author, Preference preference) {
      return new Translator(
          author.id(),
          author.displayName(),
          author.email(),
          author.languageList(),
          preference.language(),
          preference.token());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Translators(List<Translator> items) {}

  /** What a mail server said of an address: a code of SMTP, as 550 or 550 5.1.1. */
  @Serdeable
  record Refusal(
      @NotBlank @Size(max = 254) String email,
      @NotNull @Pattern(regexp = "5\\d\\d( 5\\.\\d{1,3}\\.\\d{1,3})?", message = "is no refusal")
          String code) {}

  @Serdeable
  record Unsubscription(@NotBlank @Size(max = 100) String token) {}

  @Get
  Translators list(Caller caller) {
    require(caller, "translation-service");
    return new Translators(preferences.translators());
  }

  @Post("/{account}/refusals")
  HttpResponse<?> refuse(Caller caller, UUID account, @Body @Valid Refusal refusal) {
    require(caller, "translation-service");
    preferences.refuse(account, refusal.email(), refusal.code());
    return HttpResponse.noContent();
  }

  /** Twice is as good as once. */
  @Post("/unsubscriptions")
  HttpResponse<?> unsubscribe(Caller caller, @Body @Valid Unsubscription of) {
    require(caller, "gateway");
    if (repository.unsubscribe(of.token()) == 0) {
      throw Problem.notFound("Nobody gets mails by this address (any more).");
    }
    return HttpResponse.noContent();
  }

  private static void require(Caller caller, String program) {
    if (!caller.program().equals(program)) {
      throw Problem.forbidden("This is for " + program + " alone.");
    }
  }
}
