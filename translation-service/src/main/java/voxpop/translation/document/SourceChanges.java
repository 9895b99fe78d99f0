package voxpop.translation.document;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;

/** What happens to articles, learned from article-service's feed. */
@Singleton
class SourceChanges implements ChangeHandler {
  static final String ARTICLE_SERVICE = "article-service";

  private final ArticleService articles;
  private final Revising revising;
  private final Sites sites;

  SourceChanges(ArticleService articles, Revising revising, Sites sites) {
    this.articles = articles;
    this.revising = revising;
    this.sites = sites;
  }

  @Override
  public String source() {
    return ARTICLE_SERVICE;
  }

  @Override
  public void apply(Change change) {
    switch (change.type()) {
      case "voxpop.site" -> sites.changed();
      case "voxpop.article" -> article(UUID.fromString(change.subject()), change);
      default -> {}
    }
  }

  /** To the newest revision, which may be newer than the event's; each correction by itself. */
  private void catchUp(UUID article) {
    Optional<SourceText> source = articles.source(article, revising.revision(article));
    source.ifPresentOrElse(revising::take, () -> revising.withdraw(article));
    while (source.isPresent() && source.get().isFollowed()) {
      source = articles.source(article, source.get().revision());
      source.ifPresent(revising::take);
    }
  }

  private void article(UUID article, Change change) {
    if (change.isRemoval()) {
      revising.remove(article);
    } else if (change.data().get("revision") != null) {
      catchUp(article);
    }
  }
}
