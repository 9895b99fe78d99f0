package voxpop.comment.comment;

import jakarta.inject.Singleton;
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

  RemovedThreads(CommentRepository comments, Tallies tallies) {
    this.comments = comments;
    this.tallies = tallies;
  }

  @Override
  public void removed(UUID article) {
    for (String status : comments.statusesOf(article)) {
      tallies.removed(article, CommentStatus.valueOf(status));
    }
    comments.forgetAddressesOf(article);
    comments.forgetAllOf(article);
  }
}
