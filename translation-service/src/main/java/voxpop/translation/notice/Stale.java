package voxpop.translation.notice;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import voxpop.translation.document.Translation;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.State;

/**
 * Keeps the list of what is stale. A sentence that was changed once more is news once more; one
 * that is current again, or gone, is none.
 */
@Singleton
public class Stale {
  private final StaleTable table;
  private final Clock clock;

  Stale(StaleTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Notes what is stale now; to be called in the transaction that has changed it. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public void note(Translation translation) {
    UUID article = translation.document().article();
    String language = translation.language();
    Map<UUID, String> known = table.of(article, language);
    List<Segment> stale =
        translation.lines().stream()
            .filter(line -> line.state() == State.STALE)
            .map(Line::segment)
            .toList();
    List<Segment> news = stale.stream().filter(s -> !s.hash().equals(known.get(s.id()))).toList();
    Set<UUID> over = new HashSet<>(known.keySet());
    over.removeAll(stale.stream().map(Segment::id).collect(Collectors.toSet()));
    if (!over.isEmpty()) table.remove(language, over);
    if (!news.isEmpty()) table.add(language, news, clock.instant());
  }

  /** An article that readers can't see any more. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public void forget(UUID article) {
    table.remove(article);
  }

  /** What went stale in these languages, in between two positions, the newest first. */
  List<StaleSentence> list(Collection<String> languages, long after, long to, int limit) {
    return languages.stream()
        .flatMap(language -> table.list(language, after, to, limit).stream())
        .sorted(Comparator.comparingLong(StaleSentence::position).reversed())
        .limit(limit)
        .toList();
  }

  /** How many of them came after a position; no more than {@code most} are counted. */
  int count(Collection<String> languages, long after, int most) {
    int all = languages.stream().mapToInt(language -> table.count(language, after, most)).sum();
    return Math.min(most, all);
  }
}
