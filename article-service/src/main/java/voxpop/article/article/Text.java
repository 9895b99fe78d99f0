package voxpop.article.article;

import jakarta.inject.Singleton;
import voxpop.article.media.Pictures;
import voxpop.article.site.Sites;
import voxpop.kit.problem.Problem;

/** Turns what was typed into the HTML that readers get, once, when it is saved. */
@Singleton
public class Text {

  /** References and footnotes can make much of little; nobody reads a page of this length. */
  static final int LONGEST_HTML = 4_000_000;

  private final Sites sites;
  private final Pictures pictures;

  Text(Sites sites, Pictures pictures) {
    this.sites = sites;
    this.pictures = pictures;
  }

  String toHtml(Format format, String body) {
    return clean(format == Format.MARKDOWN ? Markdown.toHtml(body, LONGEST_HTML) : body);
  }

  /** The same for HTML that comes from elsewhere. */
  public String clean(String html) {
    var document = CleanHtml.of(html, sites.get().address());
    pictures.complete(document);
    var clean = document.body().html().strip();
    if (clean.length() > LONGEST_HTML)
      throw Problem.invalid("body", "makes a page that is too long to be read");
    return clean;
  }
}
