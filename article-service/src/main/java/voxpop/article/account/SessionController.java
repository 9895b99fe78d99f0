package voxpop.article.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/** Sign-ins of programs, and everybody's list of their own. */
@Controller("/api/sessions")
class SessionController {

  private final SignIns signIns;
  private final SignInRepository repository;
  private final Tokens tokens;

  SessionController(SignIns signIns, SignInRepository repository, Tokens tokens) {
    this.signIns = signIns;
    this.repository = repository;
    this.tokens = tokens;
  }

  @Serdeable
  record Session(String token, Instant expiresAt, Person author) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Listed(
      UUID id,
      String name,
      Instant createdAt,
      Instant usedAt,
      Instant expiresAt,
      boolean current) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Sessions(List<Listed> items) {}

  @Post
  HttpResponse<Session> begin(Caller caller, @Body @Valid Credentials credentials) {
    var signed = signIns.begin(credentials, caller.networkKey(), null);
    return HttpResponse.created(
        answer(signed), URI.create("/api/sessions/" + signed.signIn().id()));
  }

  @Post("/renewals")
  HttpResponse<Session> renew(Caller caller, @Nullable Authentication authentication) {
    caller.require();
    return signInOf(authentication)
        .flatMap(signIns::byId)
        .map(signed -> HttpResponse.created(answer(signed)))
        .orElseThrow(() -> Problem.unauthorized("This sign-in was ended. Sign in again."));
  }

  @Get
  Sessions list(Caller caller, @Nullable Authentication authentication) {
    var own = repository.findByAuthorIdOrderByIdDesc(caller.require().id());
    var current = signInOf(authentication).orElse(null);
    return new Sessions(own.stream().map(one -> listed(one, current)).toList());
  }

  @Delete("/{id}")
  HttpResponse<?> end(Caller caller, UUID id) {
    var ended = repository.deleteByIdAndAuthorId(id, caller.require().id());
    if (ended == 0) throw Problem.notFound("You have no such sign-in.");
    return HttpResponse.noContent();
  }

  private Session answer(SignIns.Signed signed) {
    var token = tokens.issue(signed.author(), signed.signIn().id());
    return new Session(token.token(), token.expiresAt(), new Person(signed.author()));
  }

  private static Listed listed(SignIn one, @Nullable UUID current) {
    return new Listed(
        one.id(),
        one.name(),
        one.createdAt(),
        one.usedAt(),
        one.expiresAt(),
        one.id().equals(current));
  }

  private static Optional<UUID> signInOf(@Nullable Authentication authentication) {
    return Optional.ofNullable(authentication)
        .map(token -> token.getAttributes().get(Tokens.SIGN_IN))
        .map(id -> UUID.fromString(id.toString()));
  }
}
