package voxpop.translation.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Piece;

/**
 * A text as a row of blocks: a paragraph, a heading, a point of a list, the title, a picture's
 * words, each with the places of its sentences.
 */
record Blocks(List<Block> all) {
  /** Elements that hold some sentences of a block together. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s",
          "small", "span", "strong", "sub", "sup", "time", "u");

  /**
   * One of them.
   *
   * @param kind its element's name, or that of the sentence's kind
   */
  record Block(String kind, List<Integer> places) {}

  static Blocks of(List<Kind> kinds, List<Piece> skeleton) {
    List<Block> blocks = new ArrayList<>();
    for (int place = 0; place < kinds.size(); place++) {
      Kind kind = kinds.get(place);
      if (kind == Kind.TITLE || kind == Kind.SUMMARY) {
        blocks.add(new Block(kind.toString(), List.of(place)));
      }
    }
    String name = "";
    List<Integer> places = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Piece piece : skeleton) {
      switch (piece.type()) {
        case OPEN -> {
          if (isInline(piece)) continue;
          end(blocks, name, places);
          open.add(name(piece));
          name = open.getLast();
        }
        case CLOSE -> {
          if (isInline(piece)) continue;
          end(blocks, name, places);
          if (!open.isEmpty()) open.removeLast();
          name = open.isEmpty() ? "" : open.getLast();
        }
        case TEXT -> {
          places.add(piece.place());
          for (int alt : piece.pictures()) if (alt >= 0) blocks.add(alt(alt));
        }
        case PICTURE -> {
          if (piece.place() >= 0) blocks.add(alt(piece.place()));
        }
        case KEEP -> {}
      }
    }
    end(blocks, name, places);
    return new Blocks(blocks);
  }

  private static Block alt(int place) {
    return new Block(Kind.ALT.toString(), List.of(place));
  }

  private static void end(List<Block> blocks, String name, List<Integer> places) {
    if (!places.isEmpty()) blocks.add(new Block(name, List.copyOf(places)));
    places.clear();
  }

  private static boolean isInline(Piece piece) {
    return INLINE.contains(name(piece));
  }

  private static String name(Piece piece) {
    String html = piece.html() == null ? "" : piece.html();
    return html.replaceFirst("(?s)^</?([a-zA-Z0-9]+).*", "$1");
  }
}
