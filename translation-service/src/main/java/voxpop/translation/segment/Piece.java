package voxpop.translation.segment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One piece of an article's skeleton: what stands around and between its sentences, in every
 * language the same.
 *
 * @param html the tag of {@link Type#OPEN} and {@link Type#CLOSE}, what {@link Type#KEEP} keeps,
 *     the tag of a {@link Type#PICTURE} without its alt text
 * @param place which sentence stands here; -1 in pieces without one
 * @param spaced whether white space parted this sentence from the one before
 * @param pictures places of the alt texts of pictures inside the sentence, in their order; -1 for
 *     one without
 */
@Serdeable
public record Piece(
    Type type, @Nullable String html, int place, boolean spaced, List<Integer> pictures) {
  /** What a piece is. */
  public enum Type {
    OPEN,
    CLOSE,
    KEEP,
    TEXT,
    PICTURE
  }

  static final int NOWHERE = -1;

  static Piece open(String html) {
    return new Piece(Type.OPEN, html, NOWHERE, false, List.of());
  }

  static Piece close(String html) {
    return new Piece(Type.CLOSE, html, NOWHERE, false, List.of());
  }

  static Piece keep(String html) {
    return new Piece(Type.KEEP, html, NOWHERE, false, List.of());
  }

  static Piece text(int place, boolean spaced, List<Integer> pictures) {
    return new Piece(Type.TEXT, null, place, spaced, pictures);
  }

  static Piece picture(String html, int place) {
    return new Piece(Type.PICTURE, html, place, false, List.of());
  }
}
