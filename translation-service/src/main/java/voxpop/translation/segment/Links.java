package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Takes a mended tag over into translations: where a source's sentence says the same as before but
 * a link leads elsewhere, its translations need no new words, only the new address.
 */
public final class Links {
  private Links() {}

  /** The translation with the tags of the new source in place of those of the old one. */
  public static String mend(Kind kind, String old, String now, String translation) {
    if (!kind.markup()) return translation;
    List<Element> before = tags(old);
    List<Element> after = tags(now);
    if (!names(before).equals(names(after))) return translation;
    Element body = Markup.parse(translation);
    List<Element> free = new ArrayList<>(before);
    for (Element element : body.getAllElements()) {
      for (int i = 0; i < before.size(); i++) {
        Element was = before.get(i);
        if (!free.contains(was) || !same(was, element)) continue;
        free.remove(was);
        element.clearAttributes();
        Attributes attributes = after.get(i).attributes();
        attributes.forEach(attribute -> element.attr(attribute.getKey(), attribute.getValue()));
        break;
      }
    }
    return Markup.write(body.childNodes());
  }

  private static boolean same(Element a, Element b) {
    return a.normalName().equals(b.normalName()) && a.attributes().equals(b.attributes());
  }

  private static List<Element> tags(String text) {
    Element body = Markup.parse(text);
    return body.getAllElements().stream().filter(element -> element != body).toList();
  }

  private static List<String> names(List<Element> elements) {
    return elements.stream().map(Element::normalName).toList();
  }
}
