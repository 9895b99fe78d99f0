package voxpop.article.account;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.account.SignInLimits.Gates;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/** Signing in, staying signed in, and being signed out. */
@Singleton
class SignIns {

  /** Counted from the last use: a browser on the shelf for a month has to sign in again. */
  static final Duration LIFE = Duration.ofDays(30);

  /**
   * Noting the use at each trade would be a write every few minutes for each browser, for nothing.
   */
  private static final Duration NOTED_EVERY = Duration.ofHours(1);

  private final AuthorRepository authors;
  private final SignInRepository signIns;
  private final SignInLimits limits;
  private final Passwords passwords;
  private final Clock clock;

  SignIns(
      AuthorRepository authors,
      SignInRepository signIns,
      SignInLimits limits,
      Passwords passwords,
      Clock clock) {
    this.authors = authors;
    this.signIns = signIns;
    this.limits = limits;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** A sign-in that is good, and whose it is. */
  record Signed(Author author, SignIn signIn) {}

  /**
   * Signs in.
   *
   * @param secret the browser's, null for a program
   * @throws Problem 401 if the password is wrong or nobody has the address, 429 after too many of
   *     these
   */
  Signed begin(Credentials credentials, @Nullable String network, @Nullable String secret) {
    var email = Author.emailOf(credentials.email());
    var gates = Gates.of(email, network);
    limits.closed(gates).ifPresent(SignIns::refuse);
    var author = authors.findByEmail(email).orElse(null);
    var right =
        passwords.matches(credentials.password(), author == null ? null : author.passwordHash());
    limits.settle(gates, !right).ifPresent(SignIns::refuse);
    if (author == null || !right)
      throw Problem.unauthorized("The e-mail address or the password is wrong.");
    var now = now();
    var hash = secret == null ? null : Secret.hashed(secret);
    var name = credentials.name() == null ? "" : credentials.name().strip();
    return new Signed(
        author,
        signIns.save(new SignIn(Ids.next(), author.id(), hash, name, now, now, now.plus(LIFE))));
  }

  /** The browser's sign-in with this secret, if it still lasts. */
  Optional<Signed> bySecret(String secret) {
    return signIns.findBySecretHash(Secret.hashed(secret)).flatMap(this::lasting);
  }

  Optional<Signed> byId(UUID id) {
    return signIns.findById(id).flatMap(this::lasting);
  }

  void end(String secret) {
    signIns.deleteBySecretHash(Secret.hashed(secret));
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "2m")
  void forgetExpired() {
    signIns.deleteExpired(now());
  }

  private Optional<Signed> lasting(SignIn signIn) {
    var now = now();
    if (!signIn.expiresAt().isAfter(now)) return Optional.empty();
    if (signIn.usedAt().isBefore(now.minus(NOTED_EVERY)))
      signIns.touch(signIn.id(), now, now.plus(LIFE));
    return authors.findById(signIn.authorId()).map(author -> new Signed(author, signIn));
  }

  private static void refuse(Duration wait) {
    throw Problem.tooMany("Too many failed attempts. Wait a few minutes, then try again.", wait);
  }

  private Instant now() {
    return clock.instant();
  }
}
