package voxpop.comment.comment;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts that are kept, not taken: what is published below each article, and what waits in each of
 * the moderators' lists.
 */
@Singleton
class Tallies {
  private final TallyRepository tallies;

  Tallies(TallyRepository tallies) {
    this.tallies = tallies;
  }

  long published(UUID article) {
    return tallies.total(article.toString());
  }

  /** Of several articles; 0 where nothing is published. */
  Map<UUID, Long> published(List<UUID> articles) {
    Map<UUID, Long> totals = new HashMap<>();
    articles.forEach(article -> totals.put(article, 0L));
    tallies
        .totals(articles.stream().map(UUID::toString).toList())
        .forEach(sum -> totals.put(UUID.fromString(sum.subject()), sum.total()));
    return totals;
  }

  long all(CommentStatus status) {
    return tallies.total(status.word());
  }

  void added(Comment comment, int slot) {
    tallies.add(subject(comment.articleId(), comment.status()), slot, 1);
  }

  void removed(UUID article, CommentStatus status) {
    tallies.add(subject(article, status), 0, -1);
  }

  void moved(Comment comment, CommentStatus to) {
    removed(comment.articleId(), comment.status());
    tallies.add(subject(comment.articleId(), to), 0, 1);
  }

  /** Where a comment is counted. */
  static String subject(Comment comment) {
    return subject(comment.articleId(), comment.status());
  }

  private static String subject(UUID article, CommentStatus status) {
    return status == CommentStatus.PUBLISHED ? article.toString() : status.word();
  }
}
