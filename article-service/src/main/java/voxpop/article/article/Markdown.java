package voxpop.article.article;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

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

  static String toHtml(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }
}
