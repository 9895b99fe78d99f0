package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a translation as readers see it, and what it translates.
 *
 * @param format html (with inline tags) or text
 */
@Serdeable
public record Sentence(
    String id, @Nullable String kind, @Nullable String format, String source, String text) {
  /** All of a translation, the title first. */
  @Serdeable
  public record All(List<Sentence> items) {
    public All {
      items = items == null ? List.of() : items;
    }
  }

  /** Whether {@code <} and {@code &} mean something in it. */
  public boolean marked() {
    return "html".equals(format);
  }

  /** Whether there are tags in it that a translation has to keep. */
  public boolean hasTags() {
    return marked() && text.indexOf('<') >= 0;
  }

  /** What of it is said. */
  public String plain() {
    return marked() ? bare(text) : text;
  }

  /** What of its source is said. */
  public String plainSource() {
    return marked() ? bare(source) : source;
  }

  private static String bare(String html) {
    return html.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&amp;", "&");
  }
}
