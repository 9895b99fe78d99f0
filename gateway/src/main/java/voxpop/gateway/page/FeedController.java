package voxpop.gateway.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Listing;
import voxpop.gateway.client.Site;
import voxpop.gateway.edge.Delivery;
import voxpop.gateway.edge.Rendered;
import voxpop.gateway.edge.Subjects;

/** The feeds of each language: Atom, RSS and JSON. */
@Controller("/{lang}")
class FeedController {
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Reading reading;
  private final ArticleService articles;
  private final Delivery delivery;
  private final JsonMapper json;

  FeedController(Reading reading, ArticleService articles, Delivery delivery, JsonMapper json) {
    this.reading = reading;
    this.articles = articles;
    this.delivery = delivery;
    this.json = json;
  }

  @Get("/feed.atom")
  HttpResponse<?> atom(HttpRequest<?> request, String lang) {
    return feed(request, lang, "atom", AtomFeed.TYPE, AtomFeed::of);
  }

  @Get("/feed.rss")
  HttpResponse<?> rss(HttpRequest<?> request, String lang) {
    return feed(request, lang, "rss", RssFeed.TYPE, RssFeed::of);
  }

  @Get("/feed.json")
  HttpResponse<?> json(HttpRequest<?> request, String lang) {
    return feed(request, lang, "json", JsonFeed.TYPE, feed -> write(JsonFeed.of(feed)));
  }

  private HttpResponse<?> feed(
      HttpRequest<?> request,
      String lang,
      String format,
      String type,
      Function<Feed, byte[]> writer) {
    return delivery.shared(
        request,
        "/" + lang + "/feed." + format,
        () -> {
          Site site = reading.site(lang);
          Listing newest =
              articles
                  .newest(lang, ListController.LENGTH)
                  .orElseGet(() -> new Listing(null, null, null, List.of(), null, List.of(), null));
          return Rendered.of(
              type,
              writer.apply(Feed.of(site, lang, newest)),
              Set.of(Subjects.SITE, Subjects.list(lang)),
              LIFETIME);
        });
  }

  private byte[] write(JsonFeed feed) {
    try {
      return json.writeValueAsBytes(feed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
