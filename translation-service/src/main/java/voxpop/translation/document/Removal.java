package voxpop.translation.document;

import java.util.UUID;

/** Whoever keeps something about an article of which nothing is to be left. */
public interface Removal {
  /** The article is no more; in the transaction that removes it. */
  void removed(UUID article);
}
