package voxpop.translation.notice;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.translation.mail.MailSettings;

/** The database's side of the digests: claims what is to be told, and settles what became of it. */
@Singleton
class Digests {
  /** Longer than the mail server can take: some ten answers, of 30 seconds each. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** A mail is for reading; what is more than this is counted, and listed in the studio. */
  static final int MOST = 50;

  /** So many are counted. */
  static final int COUNTED = 1000;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final DigestRepository digests;
  private final Stale stale;
  private final StaleTable table;
  private final MailSettings settings;
  private final Clock clock;

  Digests(
      DigestRepository digests, Stale stale, StaleTable table, MailSettings settings, Clock clock) {
    this.digests = digests;
    this.stale = stale;
    this.table = table;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A mail to send, this instance's own until the lease is up.
   *
   * @param sentences the newest of what it tells
   * @param count how many there are, up to {@link #COUNTED}
   * @param seenIn the language in which the studio last spoke to its reader
   */
  record Claim(
      UUID account,
      UUID message,
      UUID lease,
      int attempts,
      List<StaleSentence> sentences,
      int count,
      @Nullable String seenIn) {}

  /** What is to be told to somebody now, if something is. */
  @Transactional
  Optional<Claim> claim(UUID account, List<String> languages) {
    Instant now = clock.instant();
    digests.begin(account, now);
    Optional<Digest> due = digests.due(account, now);
    if (due.isEmpty()) return Optional.empty();
    Digest digest = due.get();
    Long telling = digest.telling();
    UUID message = digest.message();
    if (telling == null || message == null) {
      if (!ripe(digest, languages, now)) return Optional.empty();
      telling = stale.list(languages, digest.told(), Long.MAX_VALUE, 1).getFirst().position();
      message = Ids.next();
    }
    UUID lease = Ids.next();
    digests.claim(account, telling, message, lease, now.plus(LEASE));
    List<StaleSentence> sentences = stale.list(languages, digest.told(), telling, MOST);
    if (sentences.isEmpty()) {
      // all of it was translated while the mail server was away
      digests.told(account, message, null, now);
      return Optional.empty();
    }
    int more = sentences.size() < MOST ? 0 : stale.count(languages, digest.told(), COUNTED);
    return Optional.of(
        new Claim(
            account,
            message,
            lease,
            digest.attempts() + 1,
            sentences,
            Math.max(sentences.size(), more),
            table.lookedIn(account)));
  }

  /** Whether there is something, and its writer had the time to finish. */
  private boolean ripe(Digest digest, List<String> languages, Instant now) {
    return languages.stream()
        .flatMap(language -> table.oldest(language, digest.told()).stream())
        .anyMatch(since -> !since.plus(settings.after()).isAfter(now));
  }

  /** The server has taken it. */
  @Transactional
  void sent(Claim claim) {
    Instant now = clock.instant();
    digests.told(claim.account(), claim.message(), now, now.plus(settings.every()));
  }

  /** Tried again later, ever more rarely, but for what will never go. */
  @Transactional
  void failed(Claim claim, String code, boolean surely) {
    Instant now = clock.instant();
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(claim.attempts() - 1L, 0, 20));
    if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
    digests.failed(claim.account(), claim.lease(), surely, code, now, now.plus(pause));
  }
}
