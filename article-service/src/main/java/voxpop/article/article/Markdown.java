package voxpop.article.article;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import voxpop.kit.problem.Problem;

/**
 * CommonMark with tables, footnotes, strikethrough and bare addresses. What it makes still has to
 * be sanitised.
 */
final class Markdown {

  /** Nobody writes deeper; a text of a million {@code >} would otherwise use up the stack. */
  private static final int DEEPEST = 64;

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          FootnotesExtension.create(),
          StrikethroughExtension.create(),
          AutolinkExtension.create());

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();

  private Markdown() {}

  /**
   * Renders.
   *
   * @param longest where a text that repeats one long reference a thousand times is stopped
   */
  static String toHtml(String markdown, int longest) {
    var html = new Bounded(longest);
    RENDERER.render(PARSER.parse(markdown), html);
    return html.text.toString();
  }

  private static final class Bounded implements Appendable {
    private final StringBuilder text = new StringBuilder();
    private final int longest;

    Bounded(int longest) {
      this.longest = longest;
    }

    @Override
    public Appendable append(CharSequence more) {
      return append(more, 0, more.length());
    }

    @Override
    public Appendable append(CharSequence more, int start, int end) {
      if (text.length() + end - start > longest) {
        throw Problem.invalid("body", "makes a page that is too long to be read");
      }
      text.append(more, start, end);
      return this;
    }

    @Override
    public Appendable append(char one) {
      text.append(one);
      return this;
    }
  }
}
