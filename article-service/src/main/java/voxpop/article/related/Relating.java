package voxpop.article.related;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import voxpop.article.related.RelatedTable.Key;
import voxpop.article.search.Search;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;
import voxpop.kit.feed.Changes;

/**
 * Works the lists out anew when an article was published, changed or withdrawn: its own, those that
 * showed it, and those of the articles that it is like. One instance at a time follows the own feed
 * for it.
 */
@Singleton
class Relating implements ChangeHandler {
  /** As many as anybody asks for, and some to spare for when one is withdrawn. */
  private static final int KEPT = 12;

  /**
   * Lists that one change may touch beside its own; the others lose a withdrawn one by the join.
   */
  private static final int MOST_TOUCHED = 20;

  private final Search search;
  private final RelatedTable table;
  private final Changes changes;

  Relating(Search search, RelatedTable table, Changes changes) {
    this.search = search;
    this.table = table;
    this.changes = changes;
  }

  @Override
  public String source() {
    return "article-service";
  }

  @Override
  public String name() {
    return "related";
  }

  @Override
  public boolean concerns(Change change) {
    return change.type().equals("voxpop.article");
  }

  @Override
  public void apply(Change change) {
    UUID article = UUID.fromString(change.subject());
    search.renew(article);
    Set<String> languages = table.listed(article);
    Set<Key> touched = new LinkedHashSet<>();
    for (String language : languages) {
      touched.add(new Key(article, language));
      for (UUID alike : search.alike(article, language, KEPT)) {
        touched.add(new Key(alike, language));
      }
    }
    touched.addAll(table.showing(article, MOST_TOUCHED));
    for (String language : table.languages(article)) {
      if (!languages.contains(language)) {
        table.replace(article, language, List.of());
      }
    }
    touched.stream().filter(this::relate).map(Key::article).distinct().forEach(this::tell);
    if (change.isRemoval()) {
      changes.recordRemoval("voxpop.related", subject(article), data(article));
    }
  }

  @Override
  public void reset() {
    table.clear();
  }

  /** Works one list out; true if it is another one than before. */
  private boolean relate(Key key) {
    List<UUID> alike = search.alike(key.article(), key.language(), KEPT);
    if (alike.equals(table.stored(key.article(), key.language()))) {
      return false;
    }
    table.replace(key.article(), key.language(), alike);
    return true;
  }

  private void tell(UUID article) {
    changes.record("voxpop.related", subject(article), data(article));
  }

  private static String subject(UUID article) {
    return article + "/related";
  }

  private static Map<String, Object> data(UUID article) {
    return Map.of("article", article.toString());
  }
}
