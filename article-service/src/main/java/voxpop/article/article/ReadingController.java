package voxpop.article.article;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.account.Author;
import voxpop.article.account.AuthorRepository;
import voxpop.article.edition.Lists;
import voxpop.article.edition.Page;
import voxpop.article.edition.Pages;
import voxpop.article.edition.Stretch;
import voxpop.article.site.Sites;
import voxpop.article.topic.Topic;
import voxpop.article.topic.Topics;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/** Reading by programs. */
@Controller("/api/articles")
class ReadingController {

  private final Desk desk;
  private final Drafts drafts;
  private final Lists lists;
  private final Pages pages;
  private final Topics topics;
  private final AuthorRepository authors;
  private final Sites sites;

  ReadingController(
      Desk desk,
      Drafts drafts,
      Lists lists,
      Pages pages,
      Topics topics,
      AuthorRepository authors,
      Sites sites) {
    this.desk = desk;
    this.drafts = drafts;
    this.lists = lists;
    this.pages = pages;
    this.topics = topics;
    this.authors = authors;
    this.sites = sites;
  }

  /**
   * Editions, newest first; with {@code mine}, {@code status} or {@code kind}, the articles that
   * the caller may edit.
   */
  @Get("{?language,topic,author,q,mine,status,kind,limit,after}")
  HttpResponse<?> list(
      Caller caller,
      @QueryValue @Nullable String language,
      @QueryValue @Nullable String topic,
      @QueryValue @Nullable String author,
      @QueryValue @Nullable @Size(max = 500, message = "can have {max} characters") String q,
      @QueryValue @Nullable Boolean mine,
      @QueryValue @Nullable Status status,
      @QueryValue @Nullable Kind kind,
      @QueryValue(defaultValue = "20")
          @Min(value = 1, message = "is at least {value}")
          @Max(value = 100, message = "is at most {value}")
          int limit,
      @QueryValue @Nullable String after) {
    if (mine != null || status != null || kind != null) {
      var own =
          drafts.list(caller.require(), Boolean.TRUE.equals(mine), status, kind, limit, after);
      return HttpResponse.ok(own).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    var part = editions(language, topic, author, q, limit, after);
    if (part.next() == null) return HttpResponse.ok(part);
    var next = UriBuilder.of("/api/articles");
    if (language != null) next.queryParam("language", language);
    if (topic != null) next.queryParam("topic", topic);
    if (author != null) next.queryParam("author", author);
    if (q != null) next.queryParam("q", q);
    var address = next.queryParam("limit", limit).queryParam("after", part.next()).build();
    return HttpResponse.ok(part)
        .header(HttpHeaders.LINK, "<" + address.toASCIIString() + ">; rel=\"next\"");
  }

  @Get("/{id}{?language}")
  HttpResponse<Page> show(Caller caller, UUID id, @QueryValue @Nullable String language) {
    var seen = desk.show(caller, id, language);
    var response = HttpResponse.ok(seen.page());
    return seen.article() == null ? response : ArticleController.tagged(response, seen.article());
  }

  @Get("/by-slug/{language}/{slug}")
  HttpResponse<?> find(Caller caller, String language, String slug) {
    return switch (pages.at(language, slug)) {
      case Pages.Found found -> show(caller, found.page().article(), language);
      case Pages.Moved moved ->
          HttpResponse.redirect(
                  URI.create("/api/articles/by-slug/" + moved.language() + "/" + moved.slug()))
              .status(io.micronaut.http.HttpStatus.MOVED_PERMANENTLY);
      case Pages.Gone gone -> throw Problem.gone("This article was withdrawn.");
      case Pages.Unknown unknown -> throw Problem.notFound("There is no article at this address.");
    };
  }

  /** A topic or an author that nobody knows has an empty list. */
  private Stretch editions(
      @Nullable String language,
      @Nullable String topic,
      @Nullable String author,
      @Nullable String q,
      int limit,
      @Nullable String after) {
    if (q != null && !q.isBlank()) return lists.search(language, q, limit, after);
    var topicId =
        topic == null
            ? Optional.<UUID>empty()
            : topics
                .find(topic, language == null ? sites.get().language() : language)
                .map(Topic::id);
    var authorId =
        author == null ? Optional.<UUID>empty() : authors.findByName(author).map(Author::id);
    if ((topic != null && topicId.isEmpty()) || (author != null && authorId.isEmpty())) {
      return new Stretch(java.util.List.of(), null);
    }
    return lists.find(
        new Lists.Filter(language, topicId.orElse(null), authorId.orElse(null)), limit, after);
  }
}
