package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A bit of a segment's markup, as formats for translators' programs tell it: words, a tag that
 * opens or closes, or something that stands.
 *
 * @param text the words, or the tag as HTML
 * @param pair which opening tag goes with which closing one, from 1; 0 for all else
 */
public record Inline(Type type, String text, int pair) {
  /** What a bit is. */
  public enum Type {
    WORDS,
    OPEN,
    CLOSE,
    STANDING
  }

  /** The bits of a markup. */
  public static List<Inline> of(String markup) {
    List<Inline> bits = new ArrayList<>();
    int[] pairs = {0};
    Markup.parse(markup).childNodes().forEach(node -> read(node, bits, pairs));
    return bits;
  }

  /** Words as markup has them. */
  public static String words(String text) {
    return Markup.escape(text);
  }

  private static void read(Node node, List<Inline> bits, int[] pairs) {
    if (node instanceof TextNode text) {
      bits.add(new Inline(Type.WORDS, text.getWholeText(), 0));
    } else if (node instanceof Element element
        && (Markup.isProtected(element) || Markup.isVoid(element))) {
      bits.add(new Inline(Type.STANDING, Markup.write(List.of(element)), 0));
    } else if (node instanceof Element element) {
      int pair = ++pairs[0];
      bits.add(new Inline(Type.OPEN, Markup.openTag(element), pair));
      element.childNodes().forEach(child -> read(child, bits, pairs));
      bits.add(new Inline(Type.CLOSE, Markup.closeTag(element), pair));
    }
  }
}
