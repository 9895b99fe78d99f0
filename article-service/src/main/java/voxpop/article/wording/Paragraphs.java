package voxpop.article.wording;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Plain text as HTML and back: each line that says something is a paragraph. */
public final class Paragraphs {

  private Paragraphs() {}

  public static String html(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> new Element("p").text(line).outerHtml())
        .collect(Collectors.joining("\n"));
  }

  /** What stands in the paragraphs, a line each. */
  public static String text(String html) {
    return String.join("\n", Jsoup.parseBodyFragment(html).select("p").eachText());
  }
}
