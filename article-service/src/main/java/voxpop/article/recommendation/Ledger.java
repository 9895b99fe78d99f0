package voxpop.article.recommendation;

import static voxpop.kit.together.Packet.times;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.together.Packet;

/**
 * What the database knows of several readers and articles, and what is written of them: each one
 * round trip, in the order of the keys, so that two instances wait for each other and not both for
 * the other.
 */
@Singleton
class Ledger {
  private static final String READER = "(article_id = ? AND reader = ?)";

  private final Allowance allowance;
  private final Clock clock;

  /** Where this instance adds to counts: another one hardly ever waits for it. */
  private final int slot = ThreadLocalRandom.current().nextInt(Recommendations.SLOTS);

  Ledger(Allowance allowance, Clock clock) {
    this.allowance = allowance;
    this.clock = clock;
  }

  /**
   * What is known before anything is written.
   *
   * @param rooms by network below article, in the order of the table's key
   */
  record Known(
      LocalDate day,
      Set<UUID> visible,
      Set<String> recommending,
      Set<String> tookBack,
      SortedMap<String, Allowance.Room> rooms) {

    boolean isVisible(Giving one) {
      return visible.contains(one.article());
    }

    boolean recommends(Giving one) {
      return recommending.contains(one.who());
    }

    /** Takes room for a reader; who took a recommendation back today needs none. */
    boolean hasRoom(Giving one) {
      return tookBack.contains(one.who()) || room(one.from()).take();
    }

    private Allowance.Room room(String from) {
      return Objects.requireNonNull(rooms.get(from));
    }
  }

  /** A network's share of the day was used up by another instance meanwhile: nothing is kept. */
  static final class UsedUp extends RuntimeException {}

  Known look(Connection connection, List<Giving> all) throws SQLException {
    LocalDate day = allowance.today();
    Known known =
        new Known(day, new HashSet<>(), new HashSet<>(), new HashSet<>(), new TreeMap<>());
    Set<UUID> articles = new LinkedHashSet<>();
    List<Object> readers = new ArrayList<>();
    List<Object> readersToday = new ArrayList<>(List.of(day));
    List<Object> networksToday = new ArrayList<>(List.of(day));
    for (Giving one : all) {
      articles.add(one.article());
      readers.add(one.article());
      readers.add(one.reader());
      if (known.rooms().putIfAbsent(one.from(), allowance.room(one.article(), one.network()))
          == null) {
        networksToday.add(one.article());
        networksToday.add(one.network());
      }
    }
    readersToday.addAll(readers);
    new Packet()
        .ask(
            "SELECT a.id FROM article a WHERE a.id IN ("
                + times(articles.size(), "?", ",")
                + ") AND EXISTS (SELECT 1 FROM edition e WHERE e.article_id = a.id AND e.visible)",
            List.copyOf(articles),
            row -> known.visible().add(UuidBytes.uuid(row.getBytes(1))))
        .ask(
            "SELECT article_id, reader FROM recommendation FORCE INDEX (PRIMARY) WHERE "
                + times(all.size(), READER, " OR "),
            readers,
            row -> known.recommending().add(Giving.key(row.getBytes(1), row.getBytes(2))))
        .ask(
            "SELECT article_id, reader FROM recommendation_withdrawn FORCE INDEX (PRIMARY)"
                + " WHERE day = ? AND ("
                + times(all.size(), READER, " OR ")
                + ")",
            readersToday,
            row -> known.tookBack().add(Giving.key(row.getBytes(1), row.getBytes(2))))
        .ask(
            "SELECT article_id, network, slot, used FROM recommendation_allowance"
                + " FORCE INDEX (PRIMARY) WHERE day = ? AND ("
                + times(known.rooms().size(), "(article_id = ? AND network = ?)", " OR ")
                + ")",
            networksToday,
            row ->
                known
                    .room(Giving.key(row.getBytes(1), row.getBytes(2)))
                    .isUsed(row.getInt(3), row.getInt(4)))
        .send(connection);
    return known;
  }

  /**
   * Writes of new readers, in the order of their keys.
   *
   * @param articles whose counts are wanted
   * @return the counts, with these readers and all that were committed before
   * @throws UsedUp if another instance was faster
   */
  Map<UUID, Long> write(
      Connection connection, Collection<Giving> fresh, Known known, Set<UUID> articles)
      throws SQLException {
    Packet packet = new Packet();
    if (!fresh.isEmpty()) {
      readers(packet, fresh);
      use(packet, known);
      add(packet, fresh);
    }
    Map<UUID, Long> counts = new HashMap<>();
    if (!articles.isEmpty()) {
      packet.ask(
          "SELECT article_id, SUM(readers) FROM recommendation_count FORCE INDEX (PRIMARY) WHERE"
              + " article_id IN ("
              + times(articles.size(), "?", ",")
              + ") GROUP BY article_id",
          List.copyOf(articles),
          row -> counts.put(UuidBytes.uuid(row.getBytes(1)), row.getLong(2)));
      packet.send(connection);
    }
    return counts;
  }

  private void readers(Packet packet, Collection<Giving> fresh) {
    List<Object> rows = new ArrayList<>();
    for (Giving one : fresh) {
      rows.add(one.article());
      rows.add(one.reader());
      rows.add(clock.instant());
    }
    packet.tell(
        "INSERT INTO recommendation (article_id, reader, created_at) VALUES "
            + times(fresh.size(), "(?,?,?)", ","),
        rows);
  }

  /** Adds to what the networks have used, and looks whether that was too much after all. */
  private void use(Packet packet, Known known) {
    List<Object> used = new ArrayList<>();
    List<Object> checked = new ArrayList<>(List.of(known.day()));
    int rows = 0;
    for (Allowance.Room room : known.rooms().values()) {
      int[] taken = room.taken();
      for (int in = 0; in < taken.length; in++) {
        if (taken[in] > 0) {
          rows++;
          List<Object> key = List.of(room.article(), room.network(), in);
          used.add(known.day());
          used.addAll(key);
          used.add(taken[in]);
          checked.addAll(key);
        }
      }
    }
    if (rows == 0) {
      return;
    }
    packet
        .tell(
            "INSERT INTO recommendation_allowance (day, article_id, network, slot, used) VALUES "
                + times(rows, "(?,?,?,?,?)", ",")
                + " ON DUPLICATE KEY UPDATE used = used + VALUES(used)",
            used)
        .ask(
            "SELECT slot, used FROM recommendation_allowance FORCE INDEX (PRIMARY) WHERE day = ?"
                + " AND ("
                + times(rows, "(article_id = ? AND network = ? AND slot = ?)", " OR ")
                + ")",
            checked,
            row -> {
              if (allowance.isTooMany(row.getInt(1), row.getInt(2))) {
                throw new UsedUp();
              }
            });
  }

  private void add(Packet packet, Collection<Giving> fresh) {
    Map<UUID, Integer> added = new LinkedHashMap<>();
    fresh.forEach(one -> added.merge(one.article(), 1, Integer::sum));
    List<Object> rows = new ArrayList<>();
    added.forEach(
        (article, readers) -> {
          rows.add(article);
          rows.add(slot);
          rows.add(readers);
        });
    packet.tell(
        "INSERT INTO recommendation_count (article_id, slot, readers, untold) VALUES "
            + times(added.size(), "(?,?,?,TRUE)", ",")
            + " ON DUPLICATE KEY UPDATE readers = readers + VALUES(readers), untold = TRUE",
        rows);
  }
}
