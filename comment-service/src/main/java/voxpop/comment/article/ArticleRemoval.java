package voxpop.comment.article;

import java.util.UUID;

/**
 * Told when an article is no more, in the transaction that forgets it; beans of this type forget
 * what they have of it.
 */
public interface ArticleRemoval {
  void removed(UUID article);
}
