package voxpop.article.edition;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import voxpop.article.Sql;

/** Gives out slugs, each to one article per language and for good. */
@Singleton
class Slugs {

  /**
   * Beyond this many articles of one title, counting up to a free number costs more than it
   * pleases.
   */
  private static final int COUNTED = 20;

  private final Sql sql;
  private final Clock clock;

  Slugs(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The slug, or the same with a number where another article has it. Of two transactions that want
   * the same one, the second waits here for the first to end.
   *
   * @param wanted empty where the title can't be spelled
   */
  String claim(UUID article, String language, String wanted) {
    var tail = article.toString().substring(24);
    var slug = wanted.isEmpty() ? "article-" + tail : wanted;
    for (var number = Slug.isReserved(slug) ? 2 : 1; number <= COUNTED; number++) {
      var candidate = number == 1 ? slug : Slug.numbered(slug, number);
      if (isClaimed(article, language, candidate)) return candidate;
    }
    var unique = Slug.withTail(slug, tail);
    if (!isClaimed(article, language, unique))
      throw new IllegalStateException("no slug left for " + article);
    return unique;
  }

  private boolean isClaimed(UUID article, String language, String slug) {
    var made =
        sql.update(
            "INSERT IGNORE INTO slug (language, slug, article_id, created_at) VALUES (?, ?, ?, ?)",
            language,
            slug,
            article,
            clock.instant());
    return made == 1
        || sql.one(
                "SELECT article_id FROM slug WHERE language = ? AND slug = ?",
                row -> Sql.uuid(row, "article_id"),
                language,
                slug)
            .filter(article::equals)
            .isPresent();
  }
}
