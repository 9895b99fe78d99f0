package voxpop.article.related;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What else a reader of an edition may like, where the stored list of what is like it is short. */
@Singleton
public class Related {
  private final RelatedTable table;

  Related(RelatedTable table) {
    this.table = table;
  }

  /** The newest articles that readers can see in this language. */
  public List<UUID> newest(String language, int limit) {
    return table.newest(language, limit);
  }
}
