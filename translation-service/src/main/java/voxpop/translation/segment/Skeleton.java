package voxpop.translation.segment;

import com.ibm.icu.util.ULocale;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Puts a text together again, in any language: the source's skeleton with these sentences. A
 * sentence for which there is no text is left out, and with it every element that held nothing
 * else.
 */
public final class Skeleton {
  private static final Set<String> WITHOUT_SPACES =
      Set.of("zh", "ja", "th", "lo", "km", "my", "bo", "yue");

  private final IntFunction<@Nullable String> texts;
  private final boolean sourceSpaces;
  private final boolean targetSpaces;
  private final Deque<Level> levels = new ArrayDeque<>();

  private Skeleton(String source, String target, IntFunction<@Nullable String> texts) {
    this.texts = texts;
    this.sourceSpaces = spaces(source);
    this.targetSpaces = spaces(target);
  }

  /**
   * Builds the HTML.
   *
   * @param texts by place: HTML of a sentence, plain text of an alt text, null to leave it out
   */
  public static String render(
      List<Piece> pieces, String source, String target, IntFunction<@Nullable String> texts) {
    Skeleton skeleton = new Skeleton(source, target, texts);
    skeleton.levels.push(new Level(""));
    pieces.forEach(skeleton::add);
    return skeleton.levels.element().out.toString().strip();
  }

  private void add(Piece piece) {
    Level level = levels.element();
    String html = piece.html() == null ? "" : piece.html();
    switch (piece.type()) {
      case OPEN -> levels.push(new Level(html));
      case CLOSE -> close(html);
      case KEEP -> {
        level.out.append(html);
        level.kept |= !html.isBlank() && !html.startsWith("<br");
      }
      case PICTURE -> {
        level.out.append(picture(html, piece.place()));
        level.kept = true;
      }
      case TEXT -> text(piece, level);
    }
  }

  private void text(Piece piece, Level level) {
    String text = texts.apply(piece.place());
    level.places = true;
    if (text == null || text.isEmpty()) return; // an empty one is said by the sentence before
    boolean spaced = (piece.spaced() || !sourceSpaces) && targetSpaces;
    if (spaced && level.out.isEmpty()) level.spaced = true;
    else if (spaced && spaceIsSeen(level)) level.out.append(' ');
    level.out.append(piece.pictures().isEmpty() ? text : withAlts(text, piece.pictures()));
    level.kept = true;
  }

  /** White space at the start of a block, or after another one, says nothing. */
  private static boolean spaceIsSeen(Level level) {
    return !level.out.isEmpty()
        && !Character.isWhitespace(level.out.charAt(level.out.length() - 1));
  }

  private void close(String tag) {
    Level inner = levels.pop();
    Level outer = levels.element();
    outer.places |= inner.places;
    if (inner.places && !inner.kept) return;
    outer.kept |= inner.kept;
    boolean inline = !tag.endsWith("\n");
    if (inline && inner.spaced && outer.out.isEmpty()) outer.spaced = true;
    else if (inline && inner.spaced && spaceIsSeen(outer)) outer.out.append(' ');
    outer.out.append(inner.open).append(inner.out).append(tag);
  }

  private String picture(String tag, int place) {
    String alt = place < 0 ? null : texts.apply(place);
    if (alt == null) return tag;
    String escaped = Entities.escape(alt).replace("\"", "&quot;");
    return tag.substring(0, tag.length() - 1) + " alt=\"" + escaped + "\">";
  }

  private String withAlts(String text, List<Integer> places) {
    Element body = Markup.parse(text);
    List<Element> pictures = body.select("img");
    for (int i = 0; i < Math.min(pictures.size(), places.size()); i++) {
      String alt = places.get(i) < 0 ? null : texts.apply(places.get(i));
      if (alt != null) pictures.get(i).attr("alt", alt);
    }
    return body.html();
  }

  private static boolean spaces(String language) {
    return !WITHOUT_SPACES.contains(ULocale.forLanguageTag(language).getLanguage());
  }

  private static final class Level {
    final String open;
    final StringBuilder out = new StringBuilder();

    /** Whether white space parts it from what is before it; blocks are parted anyway. */
    boolean spaced;

    /** Whether there is a place for a sentence in it. */
    boolean places;

    /** Whether there is something for readers in it. */
    boolean kept;

    Level(String open) {
      this.open = open;
    }
  }
}
