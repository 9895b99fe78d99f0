package voxpop.translation.document;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;
import voxpop.translation.job.Priorities;

/**
 * What happens to articles and to what the house itself says, learned from article-service's feed.
 */
@Singleton
class SourceChanges implements ChangeHandler {
  static final String ARTICLE_SERVICE = "article-service";

  private static final Set<String> TYPES =
      Set.of("voxpop.site", "voxpop.recommendations", "voxpop.article", "voxpop.wording");

  private final ArticleService articles;
  private final Revising revising;
  private final Sites sites;
  private final NewLanguages newLanguages;
  private final Priorities priorities;

  SourceChanges(
      ArticleService articles,
      Revising revising,
      Sites sites,
      NewLanguages newLanguages,
      Priorities priorities) {
    this.articles = articles;
    this.revising = revising;
    this.sites = sites;
    this.newLanguages = newLanguages;
    this.priorities = priorities;
  }

  @Override
  public String source() {
    return ARTICLE_SERVICE;
  }

  @Override
  public boolean concerns(Change change) {
    return TYPES.contains(change.type());
  }

  @Override
  public boolean isSmall(Change change) {
    return change.type().equals("voxpop.recommendations");
  }

  @Override
  public void apply(Change change) {
    switch (change.type()) {
      case "voxpop.site" -> {
        sites.changed();
        newLanguages.note();
      }
      case "voxpop.recommendations" -> recommended(change);
      case "voxpop.article", "voxpop.wording" -> article(UUID.fromString(change.subject()), change);
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

  private void recommended(Change change) {
    if (!(change.data().get("article") instanceof String article)) return;
    if (!change.isRemoval() && change.data().get("count") instanceof Number times) {
      priorities.recommended(UUID.fromString(article), times.longValue());
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
