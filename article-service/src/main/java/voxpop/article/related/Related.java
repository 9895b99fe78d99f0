package voxpop.article.related;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What else a reader of an edition may like. */
@Singleton
public class Related {
  private final RelatedTable table;

  Related(RelatedTable table) {
    this.table = table;
  }

  /**
   * Articles that readers can see in this language: those most like it, best first; where there are
   * too few, filled up with the newest.
   */
  @Connectable
  public List<UUID> of(UUID article, String language, int limit) {
    Set<UUID> related = new LinkedHashSet<>(table.visible(article, language, limit));
    if (related.size() < limit) {
      related.addAll(table.newest(language, limit + 1));
      related.remove(article);
    }
    return related.stream().limit(limit).toList();
  }
}
