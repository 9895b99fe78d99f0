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
    for (String tag : site.languages()) {
      xml.open("url").element("loc", FeedItem.absolute(site, "/" + tag + "/")).close();
    }
    int told = site.languages().size();
    String next = null;
    do {
      Sitemap stretch = articles.sitemap(next);
      for (Sitemap.Entry entry : stretch.items()) {
        told += entry(xml, site, entry, MOST - told);
      }
      next = stretch.next();
    } while (next != null && told < MOST);
    return Rendered.of(
        "application/xml; charset=utf-8", xml.close().done(), subjects(site), LIFETIME);
  }

  /** An article's addresses, each with all of them beside it; how many there were. */
  private static int entry(Xml xml, Site site, Sitemap.Entry entry, int room) {
    List<Sitemap.Edition> editions =
        entry.editions().stream().filter(e -> shown(site, e)).limit(Math.max(0, room)).toList();
    for (Sitemap.Edition edition : editions) {
      xml.open("url")
          .element("loc", address(site, edition))
          .element("lastmod", date(entry.lastModified()));
      if (editions.size() > 1) {
        editions.forEach(
            other ->
                xml.empty(
                    "xhtml:link",
                    "rel",
                    "alternate",
                    "hreflang",
                    other.language(),
                    "href",
                    address(site, other)));
      }
      xml.close();
    }
    return editions.size();
  }

  /** What nobody has read isn't offered to search engines, unless the site says so. */
  private static boolean shown(Site site, Sitemap.Edition edition) {
    return site.languages().contains(edition.language())
        && site.offers(String.valueOf(edition.origin()));
  }

  private static String address(Site site, Sitemap.Edition edition) {
    return FeedItem.absolute(
        site, Reading.address(edition.language(), edition.slug()).toASCIIString());
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
