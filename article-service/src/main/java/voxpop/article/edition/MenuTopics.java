package voxpop.article.edition;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import voxpop.article.Sql;
import voxpop.article.wording.Wordings;

/**
 * A line of the menu that leads to a topic is there for readers of those languages in which there
 * is anything of it. So whoever brings the first article, or takes the last one, changes the menu.
 */
@Singleton
class MenuTopics {

  private final Sql sql;
  private final MenuLines menuLines;
  private final Wordings wordings;

  MenuTopics(Sql sql, MenuLines menuLines, Wordings wordings) {
    this.sql = sql;
    this.menuLines = menuLines;
    this.wordings = wordings;
  }

  /** A topic in whose list an article stands. */
  record Listed(UUID topic, String language) {}

  Set<Listed> of(UUID article) {
    return new HashSet<>(
        sql.list(
            "SELECT topic_id, language FROM edition_topic WHERE article_id = ?",
            row -> new Listed(Sql.uuid(row, "topic_id"), row.getString("language")),
            article));
  }

  /** Tells readers' pages of the menu if it is another one now. */
  void tell(Set<Listed> before, Set<Listed> now) {
    var changed = new HashSet<>(before);
    changed.addAll(now);
    changed.removeIf(one -> before.contains(one) && now.contains(one));
    changed.stream()
        .filter(this::isAtMostOne)
        .flatMap(one -> menu(one.topic()).stream())
        .findFirst()
        .ifPresent(wordings::touch);
  }

  /** Two who bring the first ones at the same moment don't see each other, and both tell. */
  private boolean isAtMostOne(Listed list) {
    return sql.list(
                "SELECT 1 FROM edition_topic FORCE INDEX (PRIMARY) WHERE topic_id = ? AND language"
                    + " = ? LIMIT 2",
                row -> true,
                list.topic(),
                list.language())
            .size()
        < 2;
  }

  private Optional<UUID> menu(UUID topic) {
    return sql.one("SELECT slug FROM topic WHERE id = ?", row -> row.getString("slug"), topic)
        .flatMap(slug -> menuLines.menuWith("TOPIC", slug));
  }
}
