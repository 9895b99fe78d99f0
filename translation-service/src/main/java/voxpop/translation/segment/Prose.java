package voxpop.translation.segment;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What of a segment is language: its words without tags, code, addresses and placeholders. */
public final class Prose {
  private Prose() {}

  public static String of(Kind kind, String text) {
    if (!kind.markup()) return Protected.without(text);
    StringBuilder words = new StringBuilder();
    Markup.parse(text).childNodes().forEach(node -> read(node, words));
    return Protected.without(words.toString());
  }

  /** How many characters of a segment a translator would have to write: the measure of receipts. */
  public static int characters(Segment segment) {
    return of(segment.kind(), segment.source()).strip().length();
  }

  private static void read(Node node, StringBuilder words) {
    if (node instanceof TextNode text) {
      words.append(text.getWholeText());
    } else if (node instanceof Element element && Markup.isProtected(element)) {
      words.append(' ');
    } else {
      node.childNodes().forEach(child -> read(child, words));
    }
  }
}
