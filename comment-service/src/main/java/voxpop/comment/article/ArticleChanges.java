package voxpop.comment.article;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;

/** Keeps the copy of articles and site current. */
@Singleton
public class ArticleChanges implements ChangeHandler {
  static final String SOURCE = "article-service";

  private final ArticleRepository articles;
  private final SiteClient site;
  private final List<ArticleRemoval> removals;

  ArticleChanges(ArticleRepository articles, SiteClient site, List<ArticleRemoval> removals) {
    this.articles = articles;
    this.site = site;
    this.removals = removals;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public boolean concerns(Change change) {
    return change.type().equals("voxpop.article") || change.type().equals("voxpop.site");
  }

  @Override
  public void apply(Change change) {
    switch (change.type()) {
      case "voxpop.article" -> applyArticle(change);
      case "voxpop.site" -> {
        SiteClient.Site now = site.site();
        articles.keepSite(CommentRule.of(now.comments()), now.language(), now.joined());
      }
      default -> {
        // nothing that comments depend on
      }
    }
  }

  private void applyArticle(Change change) {
    UUID id = UUID.fromString(change.subject());
    if (change.isRemoval()) {
      articles.forget(id);
      removals.forEach(removal -> removal.removed(id));
    } else {
      articles.keep(
          id,
          change.text("status"),
          CommentRule.of(change.text("comments")),
          change.text("language"));
    }
  }
}
