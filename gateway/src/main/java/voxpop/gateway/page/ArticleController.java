package voxpop.gateway.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Recommendation;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Again;
import voxpop.gateway.edge.ArticleIds;
import voxpop.gateway.edge.Delivery;
import voxpop.gateway.edge.FreshCookie;
import voxpop.gateway.edge.Rendered;
import voxpop.gateway.edge.Subjects;
import voxpop.gateway.edge.Visitors;

/** The article: from the cache, or, for whoever has just written on it, made for them alone. */
@Controller
class ArticleController {
  private static final Duration WHOLE = Duration.ofMinutes(10);
  private static final Duration WITHOUT_COMMENTS = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(ArticleController.class);

  private final Reading reading;
  private final Pages pages;
  private final Delivery delivery;
  private final FreshCookie fresh;
  private final Visitors visitors;
  private final ArticleService articles;
  private final ArticleIds ids;
  private final Pulse pulse;

  ArticleController(
      Reading reading,
      Pages pages,
      Delivery delivery,
      FreshCookie fresh,
      Visitors visitors,
      ArticleService articles,
      ArticleIds ids,
      Pulse pulse) {
    this.reading = reading;
    this.pages = pages;
    this.delivery = delivery;
    this.fresh = fresh;
    this.visitors = visitors;
    this.articles = articles;
    this.ids = ids;
    this.pulse = pulse;
  }

  @Get("/{lang}/{slug}")
  HttpResponse<?> article(HttpRequest<?> request, String lang, String slug) {
    if (delivery.isSignedIn(request) || wroteJustNow(request, lang, slug)) {
      try {
        return personal(request, lang, slug);
      } catch (Unavailable e) {
        LOG.debug("/{}/{} can't be made for one reader alone", lang, slug, e);
      }
    }
    return delivery.kept(request, "/" + lang + "/" + slug, () -> render(lang, slug));
  }

  private boolean wroteJustNow(HttpRequest<?> request, String lang, String slug) {
    return fresh.article(request).filter(id -> id.equals(article(lang, slug))).isPresent();
  }

  private UUID article(String lang, String slug) {
    return ids.at(lang, slug).orElseGet(() -> reading.page(lang, slug).article());
  }

  private Rendered render(String lang, String slug) {
    try {
      return rendered(reading.find(lang, slug, Visitor.NOBODY), System.nanoTime());
    } catch (Moved moved) {
      return Rendered.moved(moved.location());
    }
  }

  /**
   * @param read when the text was asked for; it isn't used again for longer than a page lives
   */
  private Rendered rendered(Found found, long read) {
    byte[] html = pages.article(found.site(), found.page(), found.discussion(), Visit.STRANGER);
    String links = Links.of(found.site(), found.page().language(), found.page().alternates());
    if (found.discussion() == null) {
      return Rendered.page(html, subjects(found), WITHOUT_COMMENTS).linking(links);
    }
    LongFunction<Rendered> again = since -> again(found, read, since);
    return Rendered.page(html, subjects(found), WHOLE)
        .linking(links)
        .with(new Again(again, found.page().html().length()));
  }

  private Rendered again(Found found, long read, long since) {
    ArticlePage page = found.page();
    Optional<Pulse.Beat> beat =
        since - read > WHOLE.toNanos() ? Optional.empty() : pulse.since(page.article(), since);
    return beat.map(taken -> rendered(found.with(taken), read))
        .orElseGet(() -> render(page.language(), page.slug()));
  }

  private HttpResponse<?> personal(HttpRequest<?> request, String lang, String slug) {
    Visitor visitor = visitors.of(request);
    UUID article = article(lang, slug);
    var recommendation =
        reading.meanwhile(
            () -> {
              try {
                return articles.recommendation(visitor, article);
              } catch (Unavailable e) {
                return Optional.<Recommendation>empty();
              }
            });
    Found found = reading.find(lang, slug, visitor);
    Boolean recommended =
        Reading.await(recommendation).map(Recommendation::recommended).orElse(null);
    byte[] html =
        pages.article(found.site(), found.page(), found.discussion(), new Visit(recommended));
    return Delivery.personal(200, html);
  }

  private static Set<String> subjects(Found found) {
    Set<String> subjects = new HashSet<>();
    subjects.add(Subjects.SITE);
    subjects.add(Subjects.article(found.page().article()));
    subjects.add(Subjects.author(found.page().author().name()));
    if (found.page().series() != null) subjects.add(Subjects.series(found.page().series().slug()));
    found.page().topics().forEach(topic -> subjects.add(Subjects.topic(topic.slug())));
    if (found.hasOtherLanguages()) subjects.add(Subjects.ENGINES);
    found.page().related().forEach(teaser -> subjects.add(Subjects.mention(teaser.article())));
    return Set.copyOf(subjects);
  }
}
