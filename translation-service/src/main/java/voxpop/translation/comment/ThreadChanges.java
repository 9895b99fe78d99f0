package voxpop.translation.comment;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;
import voxpop.translation.document.Removal;

/** Forgets the translations of comments that are gone, as soon as their thread has changed. */
@Singleton
class ThreadChanges implements ChangeHandler, Removal {
  private final Comments comments;
  private final CommentTextRepository texts;

  ThreadChanges(Comments comments, CommentTextRepository texts) {
    this.comments = comments;
    this.texts = texts;
  }

  @Override
  public String source() {
    return "comment-service";
  }

  /** Below most articles nothing was ever translated. */
  @Override
  public boolean concerns(Change change) {
    return change.type().equals("voxpop.thread")
        && !texts.findByArticle(UUID.fromString(change.subject())).isEmpty();
  }

  @Override
  public void apply(Change change) {
    UUID article = UUID.fromString(change.subject());
    if (change.isRemoval()) {
      removed(article);
      return;
    }
    Set<UUID> translated =
        texts.findByArticle(article).stream().map(CommentText::comment).collect(toSet());
    for (UUID comment : translated) {
      boolean shown = comments.comment(comment).filter(Comments.Comment::isShown).isPresent();
      if (!shown) texts.deleteByComment(comment);
    }
  }

  @Override
  public void removed(UUID article) {
    texts.deleteByArticle(article);
  }
}
