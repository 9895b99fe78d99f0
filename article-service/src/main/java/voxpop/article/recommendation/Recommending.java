package voxpop.article.recommendation;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import voxpop.kit.together.SharedTransactions;
import voxpop.kit.together.Together;

/**
 * Readers who recommend at the same moment share a transaction: one look at what the database knows
 * of all of them, their rows, one addition to each article's count, one commit. Who is no plain
 * case (an article that can't be seen, a network without room) goes the way of {@link
 * Recommendations}, which knows each of them.
 */
@Singleton
class Recommending {
  /** Some milliseconds of work for the database; more than come while it does that. */
  private static final int AT_ONCE = 64;

  private final SharedTransactions transactions;
  private final Ledger ledger;
  private final Together<Giving, Recommendation> together;

  Recommending(SharedTransactions transactions, Ledger ledger, Recommendations alone) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.together =
        new Together<>(
            "recommending",
            AT_ONCE,
            this::atOnce,
            one -> alone.give(one.article(), one.reader(), one.network()));
  }

  /** Counts a reader; ends when that is durable, or fails as {@link Recommendations#give} does. */
  CompletionStage<Recommendation> give(Giving giving) {
    return together.ask(giving);
  }

  @PreDestroy
  void end() {
    together.close();
  }

  List<Optional<Recommendation>> atOnce(List<Giving> all) {
    return transactions.write(connection -> atOnce(connection, all));
  }

  private List<Optional<Recommendation>> atOnce(Connection connection, List<Giving> all)
      throws SQLException {
    Ledger.Known known = ledger.look(connection, all);
    SortedMap<String, Giving> fresh = new TreeMap<>();
    Set<String> counted = new HashSet<>();
    Set<UUID> articles = new LinkedHashSet<>();
    for (Giving one : all) {
      String who = one.who();
      if (known.isVisible(one) && !known.recommends(one) && !fresh.containsKey(who)) {
        if (!known.hasRoom(one)) {
          continue;
        }
        fresh.put(who, one);
      }
      if (known.isVisible(one)) {
        counted.add(who);
        articles.add(one.article());
      }
    }
    Map<UUID, Long> counts = ledger.write(connection, fresh.values(), known, articles);
    return all.stream()
        .map(
            one ->
                counted.contains(one.who())
                    ? Optional.of(new Recommendation(counts.getOrDefault(one.article(), 0L), true))
                    : Optional.<Recommendation>empty())
        .toList();
  }
}
