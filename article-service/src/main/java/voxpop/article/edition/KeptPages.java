package voxpop.article.edition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Keeps pages ready to be sent. One question to the database comes before each of them is: for the
 * counts on it, and whether anything that it was made of has changed since. So nobody gets a page
 * that is older than what was committed when they asked, whichever instance changed it.
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

  /**
   * @param since the position in the feed at which its making began
   */
  private record Kept(Page page, byte[] answer, long since, Set<String> madeOf) {
    List<UUID> articles() {
      var related = page.related() == null ? List.<EditionSummary>of() : page.related();
      return Stream.concat(Stream.of(page.article()), related.stream().map(EditionSummary::article))
          .toList();
    }
  }

  private final Pages pages;
  private final Sql sql;
  private final FeedTail feed;
  private final ObjectMapper json;
  private final Cache<Address, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Address address, Kept page) -> TIMES * page.answer().length)
          .expireAfterWrite(FOR)
          .build();

  KeptPages(Pages pages, Sql sql, FeedTail feed, ObjectMapper json) {
    this.pages = pages;
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
    var articles = known.articles();
    var parameters = new ArrayList<Object>(articles);
    parameters.add(feed.known());
    var counts = new HashMap<UUID, Long>();
    var changes = new ArrayList<FeedTail.Row>();
    sql.list(
        RecommendationCounts.rows(articles) + " UNION ALL " + FeedTail.ROWS,
        row -> {
          var type = row.getString("type");
          return type.isEmpty()
              ? counts.put(Sql.uuid(row, "subject"), row.getLong("position"))
              : changes.add(
                  new FeedTail.Row(type, row.getString("subject"), row.getLong("position")));
        },
        parameters.toArray());
    return feed.isAsOf(known.since(), known.madeOf(), changes)
        ? counted(address, known, counts)
        : null;
  }

  private byte[] counted(Address address, Kept known, Map<UUID, Long> counts) {
    var page = known.page().counting(counts);
    return page == known.page()
        ? known.answer()
        : keep(address, page, known.since(), known.madeOf());
  }

  private byte[] anew(Address address) {
    long since = feed.known();
    return switch (pages.whole(address.language(), address.slug())) {
      case Pages.Found found -> keep(address, found.page(), since, found.madeOf());
      case Pages.Moved moved -> written(new Answer("moved", null, moved.language(), moved.slug()));
      case Pages.Gone gone -> written(new Answer("gone", null, null, null));
      case Pages.Unknown unknown -> throw Problem.notFound("There is no such page.");
    };
  }

  private byte[] keep(Address address, Page page, long since, Set<String> madeOf) {
    var answer = written(new Answer("found", page, null, null));
    kept.put(address, new Kept(page, answer, since, madeOf));
    return answer;
  }

  private byte[] written(Answer answer) {
    try {
      return json.writeValueAsBytes(answer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
