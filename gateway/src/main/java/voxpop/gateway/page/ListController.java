package voxpop.gateway.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Listing;
import voxpop.gateway.client.Site;
import voxpop.gateway.edge.Delivery;
import voxpop.gateway.edge.Rendered;
import voxpop.gateway.edge.Subjects;
import voxpop.kit.problem.Problem;

/** The lists: the newest, of a topic, of an author, and what a search finds. */
@Controller
class ListController {
  static final int LENGTH = 20;

  // Lists show counts, of which no change is told to them.
  private static final Duration LIFETIME = Duration.ofMinutes(1);
  private static final int LONGEST_QUERY = 200;

  private final Reading reading;
  private final ArticleService articles;
  private final Delivery delivery;
  private final Pages pages;

  ListController(Reading reading, ArticleService articles, Delivery delivery, Pages pages) {
    this.reading = reading;
    this.articles = articles;
    this.delivery = delivery;
    this.pages = pages;
  }

  @Get("/{lang}")
  HttpResponse<?> newest(HttpRequest<?> request, String lang, @Nullable @QueryValue String after) {
    if (!request.getUri().getRawPath().endsWith("/")) {
      reading.site(lang);
      return HttpResponse.redirect(URI.create("/" + lang + "/")).status(301);
    }
    return list(request, lang, "/" + lang + "/", null, null, after);
  }

  @Get("/{lang}/topic/{slug}")
  HttpResponse<?> topic(
      HttpRequest<?> request, String lang, String slug, @Nullable @QueryValue String after) {
    return list(request, lang, path(lang, "topic", slug), slug, null, after);
  }

  @Get("/{lang}/author/{name}")
  HttpResponse<?> author(
      HttpRequest<?> request, String lang, String name, @Nullable @QueryValue String after) {
    return list(request, lang, path(lang, "author", name), null, name, after);
  }

  /** A series, from its first part to its last. */
  @Get("/{lang}/series/{slug}")
  HttpResponse<?> series(HttpRequest<?> request, String lang, String slug) {
    String address = path(lang, "series", slug);
    return delivery.shared(
        request,
        address,
        () -> {
          Site site = reading.site(lang);
          Listing listing =
              articles
                  .series(lang, slug)
                  .orElseThrow(() -> Problem.notFound("There is no such series."));
          return Rendered.page(
                  pages.listing(site, lang, listing, address),
                  Set.of(Subjects.SITE, Subjects.list(lang), Subjects.series(slug)),
                  LIFETIME)
              .linking(Links.of(site, lang, listing.alternates()));
        });
  }

  /** What somebody looks for is nobody else's business: it goes into no cache. */
  @Get("/{lang}/search")
  HttpResponse<?> search(
      String lang, @Nullable @QueryValue String q, @Nullable @QueryValue String after) {
    Site site = reading.site(lang);
    String query = q == null ? "" : q.strip();
    if (query.length() > LONGEST_QUERY) {
      query = query.substring(0, LONGEST_QUERY);
    }
    Listing found =
        query.isEmpty()
            ? null
            : articles.listing(lang, null, null, query, LENGTH, after).orElse(null);
    return HttpResponse.ok(pages.search(site, lang, query, found))
        .header(HttpHeaders.CONTENT_TYPE, Rendered.HTML)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  private HttpResponse<?> list(
      HttpRequest<?> request,
      String lang,
      String path,
      @Nullable String topic,
      @Nullable String author,
      @Nullable String after) {
    String address =
        after == null ? path : UriBuilder.of(path).queryParam("after", after).build().toString();
    return delivery.shared(
        request,
        address,
        () -> {
          Site site = reading.site(lang);
          Listing listing =
              articles
                  .listing(lang, topic, author, null, LENGTH, after)
                  .orElseThrow(() -> Problem.notFound("There is no such list."));
          return Rendered.page(
                  pages.listing(site, lang, listing, address),
                  Set.of(Subjects.SITE, Subjects.list(lang)),
                  LIFETIME)
              .linking(after == null ? Links.of(site, lang, listing.alternates()) : null);
        });
  }

  private static String path(String lang, String kind, String name) {
    return UriBuilder.of("/").path(lang).path(kind).path(name).build().toString();
  }
}
