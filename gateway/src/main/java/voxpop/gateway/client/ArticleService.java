package voxpop.gateway.client;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is published, and by whom. A 404 is an empty answer; other refusals are {@link Refused};
 * {@link Unavailable} when nothing can be known.
 */
@Singleton
public class ArticleService {

  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Downstream service;

  ArticleService(@Client("article-service") HttpClient http, JsonMapper json, Guards guards) {
    this.service = new Downstream("article-service", guards, http, json, BUDGET);
  }

  public Optional<PageAnswer> page(String language, String slug) {
    return service.get(path("pages", language, slug), Visitor.NOBODY, PageAnswer.class);
  }

  /** Empty for a topic or author that nobody knows. */
  public Optional<Listing> listing(
      String language,
      @Nullable String topic,
      @Nullable String author,
      @Nullable String query,
      int limit,
      @Nullable String after) {
    UriBuilder uri = UriBuilder.of(path("listings", language)).queryParam("limit", limit);
    with(uri, "topic", topic);
    with(uri, "author", author);
    with(uri, "q", query);
    with(uri, "after", after);
    return service.get(uri.build().toString(), Visitor.NOBODY, Listing.class);
  }

  /** All of a series in a language; empty for one that nobody knows. */
  public Optional<Listing> series(String language, String slug) {
    UriBuilder uri = UriBuilder.of(path("listings", language)).queryParam("series", slug);
    return service.get(uri.build().toString(), Visitor.NOBODY, Listing.class);
  }

  /** The newest of a language, each with where it is in others. */
  public Optional<Listing> newest(String language, int limit) {
    UriBuilder uri =
        UriBuilder.of(path("listings", language))
            .queryParam("limit", limit)
            .queryParam("alternates", true);
    return service.get(uri.build().toString(), Visitor.NOBODY, Listing.class);
  }

  public Site site() {
    return service
        .get("/site", Visitor.NOBODY, Site.class)
        .map(site -> site.with(menus()))
        .orElseThrow(() -> new Unavailable("article-service", "there is no site", null));
  }

  /** An article-service of the release before has none. */
  private Menus menus() {
    return service.get("/menus", Visitor.NOBODY, Menus.class).orElse(Menus.NONE);
  }

  public Sitemap sitemap(@Nullable String after) {
    UriBuilder uri = UriBuilder.of("/sitemap");
    with(uri, "after", after);
    return service
        .get(uri.build().toString(), Visitor.NOBODY, Sitemap.class)
        .orElseGet(() -> new Sitemap(List.of(), List.of(), null));
  }

  public Optional<Recommendation> recommendation(Visitor visitor, UUID article) {
    return service.get(recommendationOf(article), visitor, Recommendation.class);
  }

  public Recommendation recommend(Visitor visitor, UUID article, boolean recommended) {
    HttpMethod method = recommended ? HttpMethod.PUT : HttpMethod.DELETE;
    return service
        .send(method, recommendationOf(article), visitor, null, null, Recommendation.class)
        .value();
  }

  public Session signIn(Visitor visitor, SignIn signIn) {
    return service.send(HttpMethod.POST, "/sessions", visitor, signIn, null, Session.class).value();
  }

  /** Empty when the session is over. */
  public Optional<Trade> trade(String secret) {
    try {
      return Optional.of(
          service
              .send(
                  HttpMethod.POST,
                  "/sessions/trades",
                  Visitor.NOBODY,
                  new Secret(secret),
                  null,
                  Trade.class)
              .value());
    } catch (Refused refused) {
      if (refused.status() == 401) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  public void signOut(String secret) {
    service.send(HttpMethod.POST, "/sessions/ends", Visitor.NOBODY, new Secret(secret));
  }

  /** As its writers see it, with the ETag for {@link #revise}. */
  public Optional<Tagged<Article>> article(Visitor visitor, UUID id) {
    return service.find("/api/articles/" + id, visitor, Article.class);
  }

  public Tagged<Article> write(Visitor visitor, ArticleDraft draft) {
    return service.send(HttpMethod.POST, "/api/articles", visitor, draft, null, Article.class);
  }

  public Tagged<Article> revise(Visitor visitor, UUID id, ArticleDraft draft, String ifMatch) {
    return service.send(
        HttpMethod.PUT, "/api/articles/" + id, visitor, draft, ifMatch, Article.class);
  }

  public boolean away() {
    return service.away();
  }

  /** For calls that only the studio makes and shapes itself. */
  public Calls calls() {
    return new Calls(service);
  }

  private static String recommendationOf(UUID article) {
    return "/api/articles/" + article + "/recommendation";
  }

  static String path(String first, String... more) {
    UriBuilder uri = UriBuilder.of("/" + first);
    for (String part : more) {
      uri.path(part);
    }
    return uri.build().toString();
  }

  static void with(UriBuilder uri, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      uri.queryParam(name, value);
    }
  }
}
