package voxpop.comment.article;

import java.util.Locale;

/** What happens with new comments. */
public enum CommentRule {
  OPEN,
  HELD,
  CLOSED;

  static CommentRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
