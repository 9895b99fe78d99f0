package voxpop.gateway.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Picture;

/** What stands above the text of an article, if it isn't in the text anyway. */
final class Opening {
  private static final Pattern PARAGRAPH = Pattern.compile("<p[^>]*>(.*?)</p>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Opening() {}

  /** The summary that somebody wrote; null for one that was cut from the beginning of the text. */
  static @Nullable String gist(ArticlePage page) {
    String summary = page.summary();
    if (summary == null || summary.isBlank()) {
      return null;
    }
    String begins = firstParagraph(page.html());
    String told =
        tidy(summary.endsWith("…") ? summary.substring(0, summary.length() - 1) : summary);
    boolean cut = !begins.isEmpty() && (begins.startsWith(told) || told.startsWith(begins));
    return cut ? null : summary;
  }

  /** The picture of the article; null for one that is in its text. */
  static @Nullable Picture picture(ArticlePage page) {
    Picture picture = page.picture();
    if (picture == null || picture.srcset().isEmpty()) {
      return null;
    }
    return page.html().contains("/media/" + picture.id() + "/") ? null : picture;
  }

  private static String firstParagraph(String html) {
    Matcher paragraphs = PARAGRAPH.matcher(html);
    while (paragraphs.find()) {
      String text = tidy(TAG.matcher(paragraphs.group(1)).replaceAll(""));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String tidy(String text) {
    String plain =
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&nbsp;", " ")
            .replace('\u00a0', ' ')
            .replace("&amp;", "&");
    return SPACE.matcher(plain).replaceAll(" ").strip();
  }
}
