package voxpop.article.series;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.Slug;
import voxpop.article.site.Sites;
import voxpop.article.wording.Paragraphs;
import voxpop.article.wording.Wording;
import voxpop.article.wording.Wordings;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;

/** Makes and changes series: an address is one series', and an article is in one. */
@Singleton
class SeriesWriting {

  private final Serials serials;
  private final Wordings wordings;
  private final Sites sites;
  private final Sql sql;
  private final Clock clock;

  SeriesWriting(Serials serials, Wordings wordings, Sites sites, Sql sql, Clock clock) {
    this.serials = serials;
    this.wordings = wordings;
    this.sites = sites;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Makes a series.
   *
   * @throws Problem 400 for articles that aren't there or are in another one, 409 for an address
   *     that is taken
   */
  @Transactional
  SeriesText create(SeriesInput input) {
    var language = language(input, sites.get().language());
    var slug = input.slug() == null ? Slug.of(input.written(), language) : input.slug();
    if (slug.isEmpty()) throw Problem.invalid("slug", "is needed: the name can't be spelled");
    var id = Ids.next();
    var made =
        sql.update(
            "INSERT IGNORE INTO series (id, slug, created_at) VALUES (?, ?, ?)",
            id,
            slug,
            clock.instant());
    if (made == 0)
      throw Problem.conflict("address-taken", "There is a series " + slug + " already.");
    say(id, slug, language, input);
    return serials.find(slug, language).map(SeriesText::new).orElseThrow();
  }

  /**
   * Says something else of a series, or puts its articles in another order.
   *
   * @param expected the revision that the caller has seen; null if it doesn't care
   * @throws Problem as of {@link #create}; 412 if there is another revision
   */
  @Transactional
  Optional<SeriesText> change(String slug, SeriesInput input, @Nullable Long expected) {
    var id = lock(slug);
    if (id.isEmpty()) return Optional.empty();
    var before = wordings.lock(id.get()).orElseThrow();
    if (expected != null && expected != before.revision()) {
      throw Problem.preconditionFailed(
          "Somebody has changed this series meanwhile: read it again.");
    }
    var language = language(input, before.language());
    if (say(id.get(), slug, language, input) == before.revision()) wordings.touch(id.get());
    return serials.find(slug, language).map(SeriesText::new);
  }

  /** Its articles stay; they are in no series then. */
  @Transactional
  void remove(String slug) {
    lock(slug)
        .ifPresent(
            id -> {
              sql.update("DELETE FROM series_article WHERE series_id = ?", id);
              sql.update("DELETE FROM series WHERE id = ?", id);
              wordings.forget(id);
            });
  }

  private Optional<UUID> lock(String slug) {
    return sql.one(
        "SELECT id FROM series WHERE slug = ? FOR UPDATE", row -> Sql.uuid(row, "id"), slug);
  }

  private int say(UUID id, String slug, String language, SeriesInput input) {
    order(id, input.parts());
    var html = Paragraphs.html(input.description() == null ? "" : input.description());
    return wordings.say(id, Wording.Kind.SERIES, slug, language, input.written(), html);
  }

  private void order(UUID id, List<UUID> articles) {
    check(id, articles);
    sql.update("DELETE FROM series_article WHERE series_id = ?", id);
    for (var position = 0; position < articles.size(); position++) {
      sql.update(
          "INSERT INTO series_article (series_id, position, article_id) VALUES (?, ?, ?)",
          id,
          position,
          articles.get(position));
    }
  }

  private void check(UUID id, List<UUID> articles) {
    var violations = new ArrayList<Violation>();
    var seen = new HashSet<UUID>();
    for (var i = 0; i < articles.size(); i++) {
      var wrong = wrong(id, articles.get(i), seen.add(articles.get(i)));
      if (wrong != null) violations.add(new Violation("articles[" + i + "]", wrong));
    }
    if (!violations.isEmpty()) throw Problem.invalid(violations);
  }

  private @Nullable String wrong(UUID id, UUID article, boolean first) {
    if (!first) return "is in it twice";
    if (sql.one("SELECT 1 FROM article WHERE id = ? AND kind = 'POST'", row -> true, article)
        .isEmpty()) {
      return "is no article";
    }
    // locked: of two series that want one article at once, the second waits and sees it taken
    return sql.one(
            "SELECT series_id FROM series_article WHERE article_id = ? FOR UPDATE",
            row -> Sql.uuid(row, "series_id"),
            article)
        .filter(other -> !other.equals(id))
        .map(other -> "is in another series")
        .orElse(null);
  }

  private String language(SeriesInput input, String otherwise) {
    var language = input.language() == null ? otherwise : input.language();
    if (sites.get().languages().contains(language)) return language;
    throw Problem.invalid("language", language + " is not among the site's languages");
  }
}
