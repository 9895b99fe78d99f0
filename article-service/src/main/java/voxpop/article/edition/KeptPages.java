package voxpop.article.edition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.PageController.Answer;
import voxpop.article.recommendation.RecommendationCounts;
import voxpop.kit.feed.FeedTail;
import voxpop.kit.problem.Problem;

/**
 * Keeps pages ready to be sent. One question to the database comes before each of them is: whether
 * there is anything new, and if so, whether it is of what the page was made of. So nobody gets a
 * page that is older than what was committed when they asked, whichever instance changed it.
 */
@Singleton
class KeptPages {

  /** A sixteenth of the heap that the service is given; some hundred long articles. */
  private static final long MOST_BYTES = 32L << 20;

  /** A page is there as text and as bytes. */
  private static final int TIMES = 2;

  /**
   * Longer than a page that is asked for often stays away, and no page outlives a mistake in it.
   */
  private static final Duration FOR = Duration.ofMinutes(10);

  private record Address(String language, String slug) {}

  private static final String LOOK =
      "SELECT h.position, f.id IS NOT NULL AS unplaced, u.article_id IS NOT NULL AS untold FROM "
          + FeedTail.HEAD
          + " LEFT JOIN "
          + RecommendationCounts.UNTOLD
          + " WHERE h.id = 1 LIMIT 1";

  /**
   * @param since how far the feed was known when its making began
   * @param counted the same of the counts on it
   */
  private record Kept(Page page, byte[] answer, long since, Set<String> madeOf, long counted) {
    List<UUID> articles() {
      var related = page.related() == null ? List.<EditionSummary>of() : page.related();
      return Stream.concat(Stream.of(page.article()), related.stream().map(EditionSummary::article))
          .toList();
    }
  }

  /**
   * What the database says before a page is given out.
   *
   * @param quiet whether nothing is new
   * @param untold whether any count has changed of which the feed doesn't tell yet
   */
  private record Look(boolean quiet, boolean untold) {}

  private final Pages pages;
  private final RecommendationCounts recommendations;
  private final Sql sql;
  private final FeedTail feed;
  private final ObjectMapper json;
  private final Cache<Address, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Address address, Kept page) -> TIMES * page.answer().length)
          .expireAfterWrite(FOR)
          .build();

  KeptPages(
      Pages pages,
      RecommendationCounts recommendations,
      Sql sql,
      FeedTail feed,
      ObjectMapper json) {
    this.pages = pages;
    this.recommendations = recommendations;
    this.sql = sql;
    this.feed = feed;
    this.json = json;
  }

  /**
   * What stands at an address, as JSON.
   *
   * @throws Problem 404 if nothing ever did
   */
  byte[] at(String language, String slug) {
    var address = new Address(language, slug);
    var known = kept.getIfPresent(address);
    var current = known == null ? null : current(address, known);
    return current == null ? anew(address) : current;
  }

  private byte @Nullable [] current(Address address, Kept known) {
    long at = feed.known();
    var look = look();
    var changes = look.quiet() ? List.<FeedTail.Row>of() : changes();
    if (!feed.isAsOf(known.since(), known.madeOf(), changes)) return null;
    var articles = known.articles();
    var counts = articles.stream().map(RecommendationCounts::subject).toList();
    if (!look.untold() && feed.isAsOf(known.counted(), counts, changes)) return known.answer();
    var page = known.page().counting(recommendations.of(articles));
    var answer = page.equals(known.page()) ? known.answer() : written(found(page));
    kept.put(address, new Kept(page, answer, known.since(), known.madeOf(), at));
    return answer;
  }

  private Look look() {
    return sql.one(
            LOOK,
            row ->
                new Look(
                    feed.isTakenIn(row.getLong("position"), row.getBoolean("unplaced")),
                    row.getBoolean("untold")))
        .orElseThrow();
  }

  private List<FeedTail.Row> changes() {
    return sql.list(
        FeedTail.ROWS,
        row ->
            new FeedTail.Row(
                row.getString("type"), row.getString("subject"), row.getLong("position")),
        feed.known());
  }

  private byte[] anew(Address address) {
    long since = feed.known();
    return switch (pages.whole(address.language(), address.slug())) {
      case Pages.Found found -> {
        var answer = written(found(found.page()));
        kept.put(address, new Kept(found.page(), answer, since, found.madeOf(), since));
        yield answer;
      }
      case Pages.Moved moved -> written(new Answer("moved", null, moved.language(), moved.slug()));
      case Pages.Gone gone -> written(new Answer("gone", null, null, null));
      case Pages.Unknown unknown -> throw Problem.notFound("There is no such page.");
    };
  }

  private static Answer found(Page page) {
    return new Answer("found", page, null, null);
  }

  private byte[] written(Answer answer) {
    try {
      return json.writeValueAsBytes(answer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
