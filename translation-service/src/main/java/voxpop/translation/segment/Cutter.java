package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an article into blocks, and these into sentences ({@link Run}). The HTML is sanitised before
 * it comes here.
 */
public final class Cutter {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "caption",
          "center",
          "col",
          "colgroup",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private final String language;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Piece> skeleton = new ArrayList<>();

  private Cutter(String language) {
    this.language = language;
  }

  /**
   * Cuts a whole article: title, summary if somebody wrote one, and the text with its pictures' alt
   * texts.
   *
   * @param title null where readers get none
   */
  public static Cut cut(
      String language, @Nullable String title, @Nullable String summary, String html) {
    Cutter cutter = new Cutter(language);
    if (title != null) cutter.add(Kind.TITLE, title.strip());
    if (summary != null && !summary.isBlank()) cutter.add(Kind.SUMMARY, summary.strip());
    cutter.walk(Jsoup.parseBodyFragment(html).body());
    return new Cut(List.copyOf(cutter.sentences), List.copyOf(cutter.skeleton));
  }

  int add(Kind kind, String text) {
    sentences.add(Sentence.of(kind, text));
    return sentences.size() - 1;
  }

  void piece(Piece piece) {
    skeleton.add(piece);
  }

  String language() {
    return language;
  }

  private void walk(Element container) {
    List<Node> run = new ArrayList<>();
    for (Node child : container.childNodes()) {
      if (child instanceof Element element && holdsBlock(element)) {
        new Run(this, run).cut();
        run = new ArrayList<>();
        block(element);
      } else if (child instanceof TextNode || child instanceof Element) {
        run.add(child);
      }
    }
    new Run(this, run).cut();
  }

  private void block(Element element) {
    if (Markup.isProtected(element) || Markup.isVoid(element)) {
      skeleton.add(Piece.keep(element.outerHtml() + "\n"));
      return;
    }
    skeleton.add(Piece.open(Markup.openTag(element)));
    walk(element);
    skeleton.add(Piece.close(Markup.closeTag(element) + "\n"));
  }

  private static boolean holdsBlock(Element element) {
    return BLOCKS.contains(element.normalName())
        || (!Markup.isProtected(element)
            && element.children().stream().anyMatch(Cutter::holdsBlock));
  }
}
