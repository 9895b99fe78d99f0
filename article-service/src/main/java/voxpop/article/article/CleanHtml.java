package voxpop.article.article;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * What of a writer's HTML readers get: text, links, pictures and tables, and nothing that runs,
 * loads or restyles the page around it. Done once, when something is written; every page shows the
 * result as it is.
 */
public final class CleanHtml {

  private static final int DEEPEST = 256;

  private static final Safelist ALLOWED =
      new Safelist()
          .addTags(
              "p",
              "br",
              "hr",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "blockquote",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd")
          .addTags(
              "pre", "code", "em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup",
              "small", "mark", "abbr")
          .addTags(
              "cite", "q", "kbd", "samp", "var", "time", "dfn", "span", "bdi", "bdo", "wbr", "ruby",
              "rt", "rp")
          .addTags("figure", "figcaption", "img", "a", "details", "summary", "section", "div")
          .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
          .addAttributes(":all", "id", "class", "lang", "dir", "translate", "title")
          .addAttributes("a", "href", "hreflang")
          .addAttributes("img", "src", "srcset", "sizes", "alt", "width", "height")
          .addAttributes("ol", "start", "reversed", "type")
          .addAttributes("th", "scope", "colspan", "rowspan", "align")
          .addAttributes("td", "colspan", "rowspan", "align")
          .addAttributes("time", "datetime")
          .addAttributes("blockquote", "cite")
          .addAttributes("q", "cite");

  private static final Pattern ID = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_:.-]{0,99}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final Pattern CODE_LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#._-]{1,40}");
  private static final Set<String> CLASSES =
      Set.of(
          "footnotes",
          "footnote-ref",
          "footnote-backref",
          "align-left",
          "align-center",
          "align-right");

  /**
   * Where an id is a place that a text links to itself; elsewhere it could only collide with the
   * page's own.
   */
  private static final Set<String> WITH_ID =
      Set.of(
          "h1", "h2", "h3", "h4", "h5", "h6", "li", "a", "sup", "section", "figure", "table", "p",
          "dt");

  private CleanHtml() {}

  /**
   * Sanitises.
   *
   * @param siteAddress the site's own address: links to anywhere else are marked as leading outside
   */
  public static Document of(String html, String siteAddress) {
    var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    var body = Jsoup.parse(html, "", parser);
    var clean = new Cleaner(ALLOWED).clean(body);
    clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
    var host = hostOf(siteAddress);
    var ids = new HashSet<String>();
    for (var element : clean.body().getAllElements()) tidy(element, host, ids);
    return clean;
  }

  private static void tidy(Element element, @Nullable String host, Set<String> ids) {
    keepIf(
        element,
        "id",
        id -> WITH_ID.contains(element.normalName()) && ID.matcher(id).matches() && ids.add(id));
    keepIf(element, "lang", language -> LANGUAGE.matcher(language).matches());
    keepIf(element, "hreflang", language -> LANGUAGE.matcher(language).matches());
    keepIf(element, "dir", Set.of("ltr", "rtl", "auto")::contains);
    keepIf(element, "translate", Set.of("no", "yes")::contains);
    keepIf(element, "cite", address -> isWeb(address));
    for (var number : new String[] {"width", "height", "colspan", "rowspan", "start"}) {
      keepIf(element, number, value -> NUMBER.matcher(value).matches());
    }
    align(element);
    var classes =
        element.classNames().stream()
            .filter(name -> CODE_LANGUAGE.matcher(name).matches() || CLASSES.contains(name))
            .collect(Collectors.joining(" "));
    if (classes.isEmpty()) element.removeAttr("class");
    else element.attr("class", classes);
    switch (element.normalName()) {
      case "a" -> link(element, host);
      case "img" -> picture(element);
      case "h1" -> element.tagName("h2"); // the page's first heading is the title
      default -> {}
    }
    if (element.hasClass("footnote-ref") || element.hasClass("footnote-backref"))
      element.attr("translate", "no");
  }

  private static void link(Element link, @Nullable String host) {
    var address = link.attr("href").strip();
    var scheme = schemeOf(address);
    if (scheme != null && !Set.of("http", "https", "mailto", "tel").contains(scheme)) {
      link.removeAttr("href");
    } else if (link.hasAttr("href")) {
      link.attr("href", address);
      if (isWeb(address) && (host == null || !host.equals(hostOf(address))))
        link.attr("rel", "external noopener");
    }
  }

  private static void picture(Element picture) {
    var source = picture.attr("src").strip();
    var own = source.startsWith("/media/");
    if (!own && !isWeb(source)) {
      picture.remove();
      return;
    }
    picture.attr("src", source);
    var candidates = picture.attr("srcset");
    if (!own
        || Stream.of(candidates.split(",")).anyMatch(one -> !one.strip().startsWith("/media/"))) {
      picture.removeAttr("srcset").removeAttr("sizes");
    }
    if (!picture.hasAttr("alt")) picture.attr("alt", "");
    picture.attr("loading", "lazy");
    if (!own) picture.attr("referrerpolicy", "no-referrer");
  }

  /**
   * The alignment of a table's column is an attribute that HTML no longer has; the page's style
   * knows the class.
   */
  private static void align(Element cell) {
    var side = cell.attr("align").toLowerCase(Locale.ROOT);
    cell.removeAttr("align");
    if (!side.isEmpty() && (cell.normalName().equals("td") || cell.normalName().equals("th"))) {
      cell.addClass("align-" + side);
    }
  }

  private static void keepIf(
      Element element, String attribute, java.util.function.Predicate<String> fine) {
    if (element.hasAttr(attribute) && !fine.test(element.attr(attribute)))
      element.removeAttr(attribute);
  }

  /** As browsers read it: white space and control characters inside a scheme don't hide it. */
  private static @Nullable String schemeOf(String address) {
    var seen = address.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
    var colon = seen.indexOf(':');
    var path =
        Stream.of("/", "?", "#")
            .mapToInt(seen::indexOf)
            .filter(at -> at >= 0)
            .min()
            .orElse(Integer.MAX_VALUE);
    return colon < 0 || colon > path ? null : seen.substring(0, colon);
  }

  private static boolean isWeb(String address) {
    var scheme = schemeOf(address);
    return address.startsWith("//") || "http".equals(scheme) || "https".equals(scheme);
  }

  private static @Nullable String hostOf(String address) {
    try {
      return URI.create(address.startsWith("//") ? "https:" + address : address).getHost();
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
