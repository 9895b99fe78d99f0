package voxpop.article.recommendation;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import voxpop.article.Sql;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;
import voxpop.kit.feed.Changes;

/** When an article is removed for good, what readers said of it goes with it. */
@Singleton
class Forgetting implements ChangeHandler {
  private final Sql sql;
  private final Changes changes;

  Forgetting(Sql sql, Changes changes) {
    this.sql = sql;
    this.changes = changes;
  }

  @Override
  public String source() {
    return "article-service";
  }

  @Override
  public String name() {
    return "recommendation";
  }

  @Override
  public boolean concerns(Change change) {
    return change.type().equals("voxpop.article") && change.isRemoval();
  }

  @Override
  public void apply(Change change) {
    UUID article = UUID.fromString(change.subject());
    sql.update("DELETE FROM recommendation WHERE article_id = ?", article);
    sql.update("DELETE FROM recommendation_count WHERE article_id = ?", article);
    changes.recordRemoval(
        "voxpop.recommendations",
        article + "/recommendations",
        Map.of("article", article.toString()));
  }
}
