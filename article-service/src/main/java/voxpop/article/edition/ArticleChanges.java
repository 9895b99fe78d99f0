package voxpop.article.edition;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voxpop.article.article.Article;
import voxpop.article.article.Kind;
import voxpop.article.series.Serials;
import voxpop.article.wording.Wordings;
import voxpop.kit.feed.Changes;

/** Tells the other programs, and this one's own search and lists, what has become of an article. */
@Singleton
public class ArticleChanges {

  private static final String TYPE = "voxpop.article";

  private final Changes changes;
  private final EditionTable editions;
  private final Serials serials;
  private final Wordings wordings;
  private final MenuLines menuLines;

  ArticleChanges(
      Changes changes,
      EditionTable editions,
      Serials serials,
      Wordings wordings,
      MenuLines menuLines) {
    this.changes = changes;
    this.editions = editions;
    this.serials = serials;
    this.wordings = wordings;
    this.menuLines = menuLines;
  }

  /** In the transaction that changed it, after everything else. */
  public void record(Article article) {
    var data = new LinkedHashMap<String, Object>();
    data.put("article", article.id().toString());
    data.put("version", article.version());
    data.put("kind", article.kind().word());
    data.put("status", article.status().word());
    data.put("language", article.language());
    if (article.publishedRevision() != null) data.put("revision", article.publishedRevision());
    data.put("correction", article.correction());
    data.put("comments", article.comments().word());
    var series = serials.of(article.id());
    series.ifPresent(slug -> data.put("series", slug));
    data.put("editions", article.isPublished() ? editions(article) : List.of());
    changes.record(TYPE, article.id().toString(), data);
    if (article.kind() == Kind.PAGE) tellMenu("PAGE", article.id().toString());
    series.ifPresent(slug -> tellMenu("SERIES", slug));
  }

  /** What the menu leads to is there now, or elsewhere, or gone. */
  private void tellMenu(String kind, String target) {
    menuLines.menuWith(kind, target).ifPresent(wordings::touch);
  }

  public void recordRemoval(Article article) {
    serials.of(article.id()).ifPresent(slug -> tellMenu("SERIES", slug));
    serials.leave(article.id());
    if (article.kind() == Kind.PAGE) tellMenu("PAGE", article.id().toString());
    changes.recordRemoval(
        TYPE,
        article.id().toString(),
        Map.of("article", article.id().toString(), "version", article.version() + 1));
  }

  private List<Map<String, Object>> editions(Article article) {
    return editions.visible(article.id()).stream()
        .map(
            edition ->
                Map.<String, Object>of(
                    "language", edition.language(),
                    "slug", edition.slug(),
                    "title", edition.title(),
                    "origin", edition.origin().word(),
                    "status", edition.status().word()))
        .toList();
  }
}
