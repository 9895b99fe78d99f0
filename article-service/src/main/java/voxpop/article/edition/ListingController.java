package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voxpop.article.account.Author;
import voxpop.article.account.AuthorRepository;
import voxpop.article.series.Serials;
import voxpop.article.site.Site;
import voxpop.article.site.Sites;
import voxpop.article.topic.Topic;
import voxpop.article.topic.Topics;
import voxpop.article.topic.Topics.EditionKey;
import voxpop.article.wording.Paragraphs;
import voxpop.article.wording.Said;
import voxpop.article.wording.Wordings;
import voxpop.kit.problem.Problem;

/**
 * The lists that readers page through, for the gateway: all, a topic's, an author's, a search's.
 */
@Controller("/listings")
class ListingController {

  private final Lists lists;
  private final Topics topics;
  private final AuthorRepository authors;
  private final Wordings wordings;
  private final Serials serials;
  private final Sites sites;

  ListingController(
      Lists lists,
      Topics topics,
      AuthorRepository authors,
      Wordings wordings,
      Serials serials,
      Sites sites) {
    this.lists = lists;
    this.topics = topics;
    this.wordings = wordings;
    this.serials = serials;
    this.authors = authors;
    this.sites = sites;
  }

  /**
   * @param saidIn the language of title and note where nobody has translated them yet
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Listing(
      String kind,
      String title,
      @Nullable String note,
      List<EditionSummary> items,
      @Nullable String next,
      List<Alternate> alternates,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String saidIn) {

    Listing(
        String kind,
        String title,
        @Nullable String note,
        List<EditionSummary> items,
        @Nullable String next,
        List<Alternate> alternates) {
      this(kind, title, note, items, next, alternates, null);
    }
  }

  /**
   * @param alternates with each edition's alternates, as feeds tell them
   */
  @Get("/{language}{?topic,author,series,q,limit,after,alternates}")
  Listing show(
      String language,
      @QueryValue @Nullable String topic,
      @QueryValue @Nullable String author,
      @QueryValue @Nullable String series,
      @QueryValue @Nullable @Size(max = 500, message = "can have {max} characters") String q,
      @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = "false") boolean alternates) {
    var site = sites.get();
    if (!site.languages().contains(language))
      throw Problem.notFound("This site has no such language.");
    if (topic != null) {
      var found =
          topics
              .find(topic, language)
              .orElseThrow(() -> Problem.notFound("There is no such topic."));
      return ofTopic(site, language, found, limit, after);
    }
    if (author != null) {
      var found =
          authors
              .findByName(author)
              .orElseThrow(() -> Problem.notFound("There is no such author."));
      return ofAuthor(site, language, found, limit, after);
    }
    if (series != null) {
      return serials
          .find(series, language)
          .map(found -> ofSeries(site, language, found))
          .orElseThrow(() -> Problem.notFound("There is no such series."));
    }
    if (q != null) {
      var part = lists.search(language, q, limit, after);
      return new Listing("search", q, null, part.items(), part.next(), List.of());
    }
    var part = lists.find(new Lists.Filter(language, null, null), limit, after);
    var known = Alternates.of(site);
    return new Listing(
        "home",
        site.name(),
        site.tagline(),
        alternates ? lists.withAlternates(part.items(), known) : part.items(),
        part.next(),
        known.home());
  }

  private Listing ofTopic(
      Site site, String language, Topic topic, int limit, @Nullable String after) {
    var part = lists.find(new Lists.Filter(language, topic.id(), null), limit, after);
    var languages = lists.languagesOf(new Lists.Filter(null, topic.id(), null), ownFirst(site));
    return new Listing(
        "topic",
        topic.name(),
        wordings.in(topic.id(), language).map(Said::html).map(Paragraphs::text).orElse(null),
        part.items(),
        part.next(),
        Alternates.of(site).lists(languages, "topic/" + topic.slug()),
        topic.language());
  }

  private Listing ofAuthor(
      Site site, String language, Author author, int limit, @Nullable String after) {
    var part = lists.find(new Lists.Filter(language, null, author.id()), limit, after);
    var languages = lists.languagesOf(new Lists.Filter(null, null, author.id()), ownFirst(site));
    var said = wordings.in(author.id(), language);
    return new Listing(
        "author",
        author.displayName(),
        said.map(Said::html).map(Paragraphs::text).orElse(author.note()),
        part.items(),
        part.next(),
        Alternates.of(site).lists(languages, "author/" + author.name()),
        said.map(note -> note.otherThan(language)).orElse(null));
  }

  /** All of it at once, in the order in which it is to be read. */
  private Listing ofSeries(Site site, String language, Serials.Found series) {
    var part =
        lists.byKeys(series.articles().stream().map(id -> new EditionKey(id, language)).toList());
    var filled =
        ownFirst(site).stream().filter(serials.languagesOf(series.id())::contains).toList();
    return new Listing(
        "series",
        series.said().title(),
        Paragraphs.text(series.said().html()),
        part,
        null,
        Alternates.of(site).lists(filled, "series/" + series.slug()),
        series.said().otherThan(language));
  }

  /** The site's own language is what everybody else gets. */
  private static List<String> ownFirst(Site site) {
    return Stream.concat(Stream.of(site.language()), site.languages().stream()).distinct().toList();
  }
}
