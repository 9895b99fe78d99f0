package voxpop.translation.segment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The inline HTML of a segment: read leniently, as people type it, and written so that people like
 * to read it.
 */
public final class Markup {
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");
  private static final Pattern AMBIGUOUS = Pattern.compile("&(?=[A-Za-z#])|<(?=[A-Za-z/!?])");
  private static final Set<String> CODE =
      Set.of("code", "kbd", "samp", "var", "pre", "math", "svg");
  private static final Set<String> EMBEDDED =
      Set.of(
          "iframe", "video", "audio", "object", "embed", "canvas", "script", "style", "input",
          "picture");

  private Markup() {}

  static Element parse(String text) {
    Document document = Jsoup.parseBodyFragment(text);
    document
        .outputSettings()
        .prettyPrint(false)
        .escapeMode(org.jsoup.nodes.Entities.EscapeMode.xhtml);
    return document.body();
  }

  /**
   * The same markup with white space collapsed and every optional escape taken out: the form that
   * is kept.
   */
  public static String tidy(String text) {
    return collapse(write(parse(text).childNodes())).strip();
  }

  /** The same markup as strict HTML, for readers' pages. */
  public static String html(String text) {
    return parse(text).html();
  }

  /** What is left for the eye when the tags are gone. */
  public static String plain(String text) {
    return parse(text).text();
  }

  static String write(List<Node> nodes) {
    StringBuilder out = new StringBuilder();
    nodes.forEach(node -> write(node, out));
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case TextNode text -> out.append(escape(text.getWholeText()));
      case Comment comment -> {}
      case Element element -> {
        out.append(openTag(element));
        if (!isVoid(element)) {
          element.childNodes().forEach(child -> write(child, out));
          out.append(closeTag(element));
        }
      }
      default -> {}
    }
  }

  static String escape(String text) {
    return AMBIGUOUS
        .matcher(text)
        .replaceAll(found -> found.group().equals("&") ? "&amp;" : "&lt;");
  }

  static String collapse(String text) {
    return SPACE.matcher(text).replaceAll(" ");
  }

  static String openTag(Element element) {
    return "<" + element.normalName() + element.attributes().html() + ">";
  }

  static String closeTag(Element element) {
    return "</" + element.normalName() + ">";
  }

  static boolean isVoid(Element element) {
    return element.tag().isSelfClosing() || element.tag().isEmpty();
  }

  /** Whether an element goes into every language as it is, with all that is in it. */
  static boolean isProtected(Element element) {
    String name = element.normalName().toLowerCase(Locale.ROOT);
    return CODE.contains(name)
        || EMBEDDED.contains(name)
        || element.attr("translate").equalsIgnoreCase("no")
        || element.hasClass("notranslate");
  }
}
