package voxpop.article.edition;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import voxpop.article.Sql;

/** What the menu leads to. */
@Singleton
class MenuLines {

  private final Sql sql;

  MenuLines(Sql sql) {
    this.sql = sql;
  }

  /**
   * The menu, if it has a line to this.
   *
   * @param target a page's id, or the address of a topic or a series
   */
  Optional<UUID> menuWith(String kind, String target) {
    return sql.one(
        "SELECT menu_id FROM menu_line WHERE kind = ? AND target = ? LIMIT 1",
        row -> Sql.uuid(row, "menu_id"),
        kind,
        target);
  }
}
