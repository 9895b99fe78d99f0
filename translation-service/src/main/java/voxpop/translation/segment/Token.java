package voxpop.translation.segment;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A bit of a run of inline content.
 *
 * @param text text of {@link Type#TEXT}; else the stand-in by which the sentence rules see it,
 *     empty for tags
 * @param at offset of the text in the run's flat text
 */
record Token(Type type, String text, @Nullable Element element, int at) {
  enum Type {
    TEXT,
    OPEN,
    CLOSE,
    /** Goes into every language as it is: code, a picture, a line break. */
    UNIT
  }

  /** What the sentence rules see instead of code: a word that neither abbreviates nor counts. */
  static final String WORD = "Xxxx";

  /** A break is white space, and so is a picture, but of a kind that swallows none beside it. */
  static String standIn(Element element) {
    return element.normalName().equals("br") ? " " : "\u2003";
  }

  boolean tag() {
    return type == Type.OPEN || type == Type.CLOSE;
  }

  boolean picture() {
    return element != null && element.normalName().equals("img");
  }

  /**
   * Whether it belongs to what is said: not white space, a break or a picture, which may as well
   * stand outside.
   */
  boolean content() {
    return !tag() && !text.isBlank();
  }

  Element tagged() {
    if (element == null) throw new IllegalStateException("text has no tag");
    return element;
  }
}
