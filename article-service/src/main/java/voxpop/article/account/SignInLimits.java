package voxpop.article.account;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.kit.id.Ids;

/**
 * Ends the guessing of passwords: so many failures per account and per network, then nothing for a
 * while.
 */
@Singleton
class SignInLimits {

  private final Sql sql;
  private final Clock clock;
  private final SignInSettings settings;

  SignInLimits(Sql sql, Clock clock, SignInSettings settings) {
    this.sql = sql;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * What failures are counted by; {@code network} is null where the call came from no reader's
   * network.
   */
  record Gates(String account, @Nullable String network) {
    static Gates of(String email, @Nullable String network) {
      return new Gates("account:" + email, network == null ? null : "network:" + network);
    }

    /** The account's first: two attempts never wait for each other in a circle. */
    List<String> known() {
      return network == null ? List.of(account) : List.of(account, network);
    }
  }

  /**
   * How long to wait before the next attempt, if at all. Costs nothing, so it comes before the
   * password's hash.
   */
  Optional<Duration> closed(Gates gates) {
    var now = now();
    var account = closed(gates.account(), settings.failuresPerAccount(), now);
    if (account.isPresent() || gates.network() == null) return account;
    return closed(gates.network(), settings.failuresPerNetwork(), now);
  }

  /**
   * Counts an attempt that failed and says whether it may be answered: of many at the same time
   * only as many as the limit allows learn whether they were right, because each looks at its gates
   * alone.
   */
  @Transactional
  Optional<Duration> settle(Gates gates, boolean failed) {
    var now = now();
    for (var gate : gates.known()) {
      sql.update(
          "INSERT INTO sign_in_gate (gate, used_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE used_at ="
              + " ?",
          Secret.hash(gate),
          now,
          now);
    }
    var closed = closed(gates);
    if (closed.isEmpty() && failed) {
      for (var gate : gates.known()) {
        sql.update(
            "INSERT INTO sign_in_failure (id, gate, failed_at) VALUES (?, ?, ?)",
            Ids.next(),
            Secret.hash(gate),
            now);
      }
    }
    return closed;
  }

  @Scheduled(fixedDelay = "10m", initialDelay = "1m")
  void forget() {
    var old = now().minus(settings.window());
    sql.update("DELETE FROM sign_in_failure WHERE failed_at < ? LIMIT 10000", old);
    sql.update("DELETE FROM sign_in_gate WHERE used_at < ? LIMIT 10000", old);
  }

  private Optional<Duration> closed(String gate, int limit, Instant now) {
    var recent =
        sql.list(
            "SELECT failed_at FROM sign_in_failure WHERE gate = ? AND failed_at > ? ORDER BY"
                + " failed_at DESC LIMIT ?",
            row -> Sql.instant(row, "failed_at"),
            Secret.hash(gate),
            now.minus(settings.window()),
            limit);
    return recent.size() < limit
        ? Optional.empty()
        : Optional.of(
            Duration.between(now, recent.getLast().plus(settings.window())).plusSeconds(1));
  }

  private Instant now() {
    return clock.instant();
  }
}
