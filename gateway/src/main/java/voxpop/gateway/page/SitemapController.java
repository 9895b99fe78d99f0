package voxpop.gateway.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Sitemap;
import voxpop.gateway.edge.Delivery;
import voxpop.gateway.edge.Rendered;
import voxpop.gateway.edge.Sites;
import voxpop.gateway.edge.Subjects;

/** For search engines: what there is, in which languages, and where not to look. */
@Controller
class SitemapController {
  // The most that one map may have (sitemaps.org); a larger site's oldest articles are found by
  // links.
  private static final int MOST = 50_000;
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final ArticleService articles;
  private final Sites sites;
  private final Delivery delivery;

  SitemapController(ArticleService articles, Sites sites, Delivery delivery) {
    this.articles = articles;
    this.sites = sites;
    this.delivery = delivery;
  }

  @Get("/robots.txt")
  HttpResponse<?> robots(HttpRequest<?> request) {
    return delivery.shared(
        request,
        "/robots.txt",
        () -> {
          String text =
              "User-agent: *\nDisallow: /studio/\nDisallow: /api/\n\nSitemap: "
                  + FeedItem.absolute(sites.site(), "/sitemap.xml")
                  + "\n";
          return Rendered.of(
              "text/plain; charset=utf-8",
              text.getBytes(StandardCharsets.UTF_8),
              Set.of(Subjects.SITE),
              LIFETIME);
        });
  }

  @Get("/sitemap.xml")
  HttpResponse<?> sitemap(HttpRequest<?> request) {
    return delivery.shared(request, "/sitemap.xml", this::render);
  }

  private Rendered render() {
    Site site = sites.site();
    Xml xml = new Xml();
    xml.open(
        "urlset",
        "xmlns",
        "http://www.sitemaps.org/schemas/sitemap/0.9",
        "xmlns:xhtml",
        "http://www.w3.org/1999/xhtml");
    int told = 0;
    String next = null;
    do {
      Sitemap stretch = articles.sitemap(next);
      if (next == null) {
        told += urls(xml, site, stretch.home(), null, MOST);
      }
      for (Sitemap.Entry entry : stretch.items()) {
        told += urls(xml, site, entry.alternates(), entry.lastModified(), MOST - told);
      }
      next = stretch.next();
    } while (next != null && told < MOST);
    return Rendered.of(
        "application/xml; charset=utf-8", xml.close().done(), subjects(site), LIFETIME);
  }

  /** A page's addresses, each with all of them beside it; how many there were. */
  private static int urls(
      Xml xml, Site site, List<Alternate> alternates, @Nullable Instant modified, int room) {
    List<Alternate> pages = alternates.stream().filter(a -> !a.fallback()).limit(room).toList();
    for (Alternate page : pages) {
      xml.open("url")
          .element("loc", FeedItem.absolute(site, page.path()))
          .element("lastmod", date(modified));
      alternates.forEach(
          other ->
              xml.empty(
                  "xhtml:link",
                  "rel",
                  "alternate",
                  "hreflang",
                  other.language(),
                  "href",
                  FeedItem.absolute(site, other.path())));
      xml.close();
    }
    return pages.size();
  }

  private static @Nullable String date(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static Set<String> subjects(Site site) {
    Set<String> subjects =
        site.languages().stream()
            .map(Subjects::list)
            .collect(Collectors.toCollection(HashSet::new));
    subjects.add(Subjects.SITE);
    return Set.copyOf(subjects);
  }
}
