package voxpop.comment.comment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import voxpop.comment.article.ArticleRemoval;

/**
 * Forgets what was said below an article that is no more: people who wrote there left nothing
 * behind.
 */
@Singleton
class RemovedThreads implements ArticleRemoval {
  private final CommentRepository comments;
  private final Tallies tallies;
  private final ThreadNews news;

  RemovedThreads(CommentRepository comments, Tallies tallies, ThreadNews news) {
    this.comments = comments;
    this.tallies = tallies;
    this.news = news;
  }

  @Override
  public void removed(UUID article) {
    List<String> statuses = comments.statusesOf(article);
    for (String status : statuses) {
      tallies.removed(article, CommentStatus.valueOf(status));
    }
    if (!statuses.isEmpty()) {
      // instances that keep the thread in memory learn of it by this
      news.note(article);
    }
    comments.forgetAddressesOf(article);
    comments.forgetAllOf(article);
  }
}
