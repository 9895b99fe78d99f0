package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Article;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.EditionSummary;
import voxpop.gateway.client.Listing;
import voxpop.gateway.client.Picture;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Visitor;

/** What writers ask of article-service. */
@Singleton
public class Manuscripts {
  private static final String ARTICLES = "/api/articles";

  private final Calls calls;

  Manuscripts(ArticleService articles) {
    this.calls = articles.calls();
  }

  /** What is saved: the whole text each time. */
  @Serdeable
  record Text(
      String language,
      String title,
      String body,
      String format,
      List<String> topics,
      @Nullable String summary,
      @Nullable String slug,
      @Nullable String comments,
      @Nullable String kind) {}

  @Serdeable
  record Publication(@Nullable Instant at, @Nullable Boolean correction) {}

  @Serdeable
  public record Shelf(List<Picture> items, @Nullable String next) {
    public Shelf {
      items = items == null ? List.of() : items;
    }
  }

  /** What somebody may edit, the last saved first. */
  List<Written> own(Visitor visitor, int limit) {
    UriBuilder uri = UriBuilder.of(ARTICLES).queryParam("mine", true).queryParam("limit", limit);
    return calls
        .get(uri.build().toString(), visitor, Written.Stack.class)
        .map(found -> found.value().items())
        .orElseGet(List::of);
  }

  /** The pages of the house that somebody may edit, the last saved first. */
  List<Written> pages(Visitor visitor, int limit) {
    UriBuilder uri = UriBuilder.of(ARTICLES).queryParam("kind", "page").queryParam("limit", limit);
    return calls
        .get(uri.build().toString(), visitor, Written.Stack.class)
        .map(found -> found.value().items())
        .orElseGet(List::of);
  }

  /** What readers can read, newest first, in all languages. */
  List<EditionSummary> published(Visitor visitor, int limit) {
    UriBuilder uri = UriBuilder.of(ARTICLES).queryParam("limit", limit);
    return calls
        .get(uri.build().toString(), visitor, Listing.class)
        .map(found -> found.value().items())
        .orElseGet(List::of);
  }

  /** Where readers find it; empty as long as they don't. */
  Optional<String> address(Visitor visitor, UUID id) {
    return calls
        .get(ARTICLES + "/" + id, visitor, Article.class)
        .map(Tagged::value)
        .filter(article -> article.slug() != null)
        .map(article -> "/" + article.language() + "/" + article.slug());
  }

  /** The same of what readers really have; a draft may have an address that leads nowhere yet. */
  Optional<String> published(Visitor visitor, UUID id) {
    return calls
        .get(ARTICLES + "/" + id, visitor, Article.class)
        .map(Tagged::value)
        .filter(article -> article.slug() != null && !article.editions().isEmpty())
        .map(article -> "/" + article.language() + "/" + article.slug());
  }

  /** An article as its readers have it, in its own language. */
  Optional<ArticlePage> page(Visitor visitor, UUID article) {
    return calls.get("/api/articles/" + article, visitor, ArticlePage.class).map(Tagged::value);
  }

  Optional<Tagged<Written>> newest(Visitor visitor, UUID id) {
    return calls.get(ARTICLES + "/" + id + "/draft", visitor, Written.class);
  }

  Article create(Visitor visitor, Text text) {
    return calls.send(HttpMethod.POST, ARTICLES, visitor, text, null, Article.class).value();
  }

  void save(Visitor visitor, UUID id, Text text, String ifMatch) {
    calls.send(HttpMethod.PUT, ARTICLES + "/" + id, visitor, text, ifMatch, Article.class);
  }

  void publish(Visitor visitor, UUID id, @Nullable Instant at, boolean correction) {
    var publication = new Publication(at, correction ? true : null);
    calls.send(HttpMethod.PUT, ARTICLES + "/" + id + "/publication", visitor, publication);
  }

  void withdraw(Visitor visitor, UUID id) {
    calls.send(HttpMethod.DELETE, ARTICLES + "/" + id + "/publication", visitor, null);
  }

  List<Revision> revisions(Visitor visitor, UUID id) {
    return calls
        .get(ARTICLES + "/" + id + "/revisions", visitor, Revision.Stack.class)
        .map(found -> found.value().items())
        .orElseGet(List::of);
  }

  Optional<Revision> revision(Visitor visitor, UUID id, int number) {
    return calls
        .get(ARTICLES + "/" + id + "/revisions/" + number, visitor, Revision.class)
        .map(Tagged::value);
  }

  /** What readers would get of it. */
  String preview(Visitor visitor, String language, String body, String format) {
    var text = Map.of("language", language, "body", body, "format", format);
    return calls
        .send(HttpMethod.POST, ARTICLES + "/preview", visitor, text, null, Preview.class)
        .value()
        .html();
  }

  @Serdeable
  record Preview(String html) {}

  Shelf pictures(Visitor visitor, @Nullable String after) {
    UriBuilder uri = UriBuilder.of("/api/media").queryParam("limit", 24);
    if (after != null) {
      uri.queryParam("after", after);
    }
    return calls
        .get(uri.build().toString(), visitor, Shelf.class)
        .map(Tagged::value)
        .orElseGet(() -> new Shelf(List.of(), null));
  }
}
