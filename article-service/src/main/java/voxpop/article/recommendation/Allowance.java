package voxpop.article.recommendation;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import voxpop.article.Sql;
import voxpop.kit.shared.SharedSettings;

/**
 * How many new readers of an article may come from one network in a day (UTC). The allowance is
 * divided among some rows, each with its share, so that the readers of one office don't queue for
 * one.
 */
@Singleton
class Allowance {
  private static final int SLOTS = 8;

  private final Sql sql;
  private final Clock clock;
  private final SharedSettings shared;
  private final int readersADay;

  Allowance(
      Sql sql,
      Clock clock,
      SharedSettings shared,
      @Value("${voxpop.recommendation.readers-a-day:200}") int readersADay) {
    this.sql = sql;
    this.clock = clock;
    this.shared = shared;
    this.readersADay = readersADay;
  }

  private int readersADay() {
    return shared.positive("recommendation.readers-a-day", readersADay);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  Duration untilTomorrow() {
    return Duration.between(
        clock.instant(), today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * A row to try, without a look: almost always there is room. Empty if nobody at all is allowed.
   */
  Optional<Integer> anySlot() {
    int slots = Math.min(SLOTS, readersADay());
    return slots == 0 ? Optional.empty() : Optional.of(ThreadLocalRandom.current().nextInt(slots));
  }

  /** A row in which there is room. */
  Optional<Integer> freeSlot(UUID article, byte[] network) {
    Map<Integer, Integer> used = new HashMap<>();
    sql.list(
        "SELECT slot, used FROM recommendation_allowance WHERE day = ? AND article_id = ? AND"
            + " network = ?",
        row -> used.put(row.getInt(1), row.getInt(2)),
        today(),
        article,
        network);
    List<Integer> free = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      if (used.getOrDefault(slot, 0) < share(slot)) {
        free.add(slot);
      }
    }
    return free.isEmpty()
        ? Optional.empty()
        : Optional.of(free.get(ThreadLocalRandom.current().nextInt(free.size())));
  }

  /**
   * Counts a new reader in a row, which is locked until the transaction ends.
   *
   * @return false if that is one too many: the transaction must not be committed then
   */
  boolean use(UUID article, byte[] network, int slot) {
    long used =
        sql.told(
            "INSERT INTO recommendation_allowance (day, article_id, network, slot, used)"
                + " VALUES (?, ?, ?, ?, 1) ON DUPLICATE KEY UPDATE used = LAST_INSERT_ID(used + 1)",
            today(),
            article,
            network,
            slot);
    return Math.max(1, used) <= share(slot);
  }

  /** The room that several new readers of an article from one network share. */
  Room room(UUID article, byte[] network) {
    return new Room(article, network);
  }

  /** What is free of one network's allowance, and what is taken of it together. */
  final class Room {
    private final UUID article;
    private final byte[] network;
    private final int[] used = new int[SLOTS];
    private final int[] taken = new int[SLOTS];
    private int slot = ThreadLocalRandom.current().nextInt(SLOTS);

    private Room(UUID article, byte[] network) {
      this.article = article;
      this.network = network;
    }

    UUID article() {
      return article;
    }

    byte[] network() {
      return network;
    }

    void isUsed(int in, int readers) {
      used[in] = readers;
    }

    /** False if nothing is free. */
    boolean take() {
      for (int i = 0; i < SLOTS; i++) {
        if (used[slot] + taken[slot] < share(slot)) {
          taken[slot]++;
          return true;
        }
        slot = (slot + 1) % SLOTS;
      }
      return false;
    }

    /** Taken by slot. */
    int[] taken() {
      return taken;
    }
  }

  /** Whether so many are more than this slot's share. */
  boolean isTooMany(int slot, int used) {
    return used > share(slot);
  }

  /**
   * Forgets what no day asks for any more; some thousand rows at a time, so that nobody waits long.
   */
  void forgetPastDays() {
    sql.update("DELETE FROM recommendation_allowance WHERE day < ? LIMIT 5000", today());
    sql.update("DELETE FROM recommendation_withdrawn WHERE day < ? LIMIT 5000", today());
  }

  private int share(int slot) {
    return readersADay() / SLOTS + (slot < readersADay() % SLOTS ? 1 : 0);
  }
}
