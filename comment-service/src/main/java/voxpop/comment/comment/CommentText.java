package voxpop.comment.comment;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What a comment's Markdown becomes, made once, when it is written: emphasis, strong, code, quotes,
 * lists, links and paragraphs. Markup that isn't among these stays the text that was typed; a
 * picture becomes a link to it.
 *
 * @param html clean, ready for the page
 * @param plain its text without any markup
 * @param links how many links it holds
 */
record CommentText(String html, String plain, int links) {
  /**
   * A comment that quotes a quote of a quote is still read by people; more is somebody trying the
   * parser.
   */
  private static final int MAX_NESTING = 12;

  private static final Set<Class<? extends Block>> BLOCKS =
      Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class);

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(BLOCKS)
          .maxOpenBlockParsers(MAX_NESTING)
          .maxInlineNesting(MAX_NESTING)
          // an e-mail address that somebody mentions isn't made easier to collect
          .extensions(
              List.of(
                  AutolinkExtension.builder()
                      .linkTypes(AutolinkType.URL, AutolinkType.WWW)
                      .build()))
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>\n").build();

  private static final Cleaner CLEANER =
      new Cleaner(
          new Safelist()
              .addTags(
                  "p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a")
              .addAttributes("a", "href")
              .addAttributes("ol", "start")
              .addProtocols("a", "href", "http", "https")
              .addEnforcedAttribute("a", "rel", "nofollow ugc noopener"));

  static CommentText of(String markdown) {
    Node parsed = PARSER.parse(markdown);
    parsed.accept(new PicturesToLinks());
    Document clean = CLEANER.clean(Jsoup.parseBodyFragment(RENDERER.render(parsed)));
    clean.outputSettings().prettyPrint(false);
    clean.select("a:not([href])").forEach(Element::unwrap);
    return new CommentText(
        clean.body().html().strip(), clean.text().strip(), clean.select("a").size());
  }

  private static final class PicturesToLinks extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      visitChildren(image);
      Link link = new Link(image.getDestination(), null);
      while (image.getFirstChild() != null) {
        link.appendChild(image.getFirstChild());
      }
      image.insertAfter(link);
      image.unlink();
    }
  }
}
