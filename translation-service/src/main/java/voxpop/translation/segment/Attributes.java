package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Keeps out of a translator's sight what a tag carries for browsers only, such as {@code rel} or
 * {@code srcset}: left out where a segment is shown, put back where a text is taken in.
 */
public final class Attributes {
  private static final Set<String> SHOWN =
      Set.of("href", "src", "title", "lang", "dir", "translate", "datetime", "cite", "alt");

  private Attributes() {}

  /** A segment's markup as a translator sees it. */
  public static String brief(Kind kind, String text) {
    if (!kind.markup() || text.indexOf('<') < 0) return text;
    Element body = Markup.parse(text);
    for (Element element : body.getAllElements()) {
      if (hasProtectedParent(element)) continue;
      List<String> names = element.attributes().asList().stream().map(Attribute::getKey).toList();
      names.stream().filter(name -> !SHOWN.contains(name)).forEach(element::removeAttr);
    }
    return Markup.write(body.childNodes());
  }

  /** What a translator typed, with every tag that the source has as the source has it. */
  public static String complete(String source, String typed) {
    if (typed.indexOf('<') < 0) return typed;
    List<Element> free = new ArrayList<>(tags(Markup.parse(source)));
    Element body = Markup.parse(typed);
    for (Element element : tags(body)) {
      free.stream()
          .filter(tag -> same(tag, element))
          .findFirst()
          .ifPresent(
              tag -> {
                free.remove(tag);
                element.clearAttributes();
                tag.attributes().forEach(a -> element.attr(a.getKey(), a.getValue()));
              });
    }
    return Markup.write(body.childNodes());
  }

  /** A text without the tags that the source hasn't; the words in them stay. */
  public static String only(String source, String text) {
    Element body = Markup.parse(text);
    List<Element> free = new ArrayList<>(tags(Markup.parse(source)));
    for (Element element : tags(body)) {
      Element tag = free.stream().filter(one -> same(one, element)).findFirst().orElse(null);
      if (tag == null) {
        if (element.ownText().isEmpty() && element.childNodeSize() == 0) element.remove();
        else element.unwrap();
        continue;
      }
      free.remove(tag);
      element.clearAttributes();
      tag.attributes().forEach(a -> element.attr(a.getKey(), a.getValue()));
    }
    return Markup.tidy(Markup.write(body.childNodes()));
  }

  private static boolean same(Element tag, Element typed) {
    return tag.normalName().equals(typed.normalName())
        && SHOWN.stream().allMatch(name -> tag.attr(name).equals(typed.attr(name)));
  }

  private static List<Element> tags(Element body) {
    return body.getAllElements().stream().filter(element -> element != body).toList();
  }

  private static boolean hasProtectedParent(Element element) {
    return element.parents().stream().anyMatch(Markup::isProtected);
  }
}
