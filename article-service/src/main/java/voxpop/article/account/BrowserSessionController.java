package voxpop.article.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/**
 * Browsers' sign-ins, for the gateway: it keeps the secret in a cookie and trades it for tokens.
 */
@Controller("/sessions")
class BrowserSessionController {

  private final SignIns signIns;
  private final Tokens tokens;
  private final PreferenceRepository preferences;

  BrowserSessionController(SignIns signIns, Tokens tokens, PreferenceRepository preferences) {
    this.signIns = signIns;
    this.tokens = tokens;
    this.preferences = preferences;
  }

  @Serdeable
  record Begun(String secret, UUID id, Instant expiresAt, Person author) {}

  @Serdeable
  record Presented(
      @NotBlank(message = "is missing") @Size(max = 100, message = "is no session's secret")
          String secret) {}

  /** {@code language} is the one of the studio, if the person has chosen one. */
  @Serdeable
  record Traded(
      String token, Instant expiresAt, Person author, UUID session, @Nullable String language) {}

  @Post
  HttpResponse<Begun> begin(Caller caller, @Body @Valid Credentials credentials) {
    var secret = Secret.next();
    var signed = signIns.begin(credentials, caller.networkKey(), secret);
    var signIn = signed.signIn();
    return HttpResponse.created(
        new Begun(secret, signIn.id(), signIn.expiresAt(), new Person(signed.author())));
  }

  @Post("/trades")
  Traded trade(@Body @Valid Presented presented) {
    var signed =
        signIns
            .bySecret(presented.secret())
            .orElseThrow(() -> Problem.unauthorized("This sign-in was ended. Sign in again."));
    var token = tokens.issue(signed.author(), signed.signIn().id());
    var language =
        preferences.findByAuthor(signed.author().id()).map(Preference::language).orElse(null);
    return new Traded(
        token.token(),
        token.expiresAt(),
        new Person(signed.author()),
        signed.signIn().id(),
        language);
  }

  @Post("/ends")
  HttpResponse<?> end(@Body @Valid Presented presented) {
    signIns.end(presented.secret());
    return HttpResponse.noContent();
  }
}
