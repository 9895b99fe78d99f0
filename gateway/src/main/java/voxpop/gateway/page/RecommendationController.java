package voxpop.gateway.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.edge.FreshCookie;
import voxpop.gateway.edge.Visitors;

/** Recommending without a script. */
@Controller("/{lang}/{slug}/recommendation")
class RecommendationController {
  private final Reading reading;
  private final ArticleService articles;
  private final Visitors visitors;
  private final FreshCookie fresh;

  RecommendationController(
      Reading reading, ArticleService articles, Visitors visitors, FreshCookie fresh) {
    this.reading = reading;
    this.articles = articles;
    this.visitors = visitors;
    this.fresh = fresh;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> recommend(
      HttpRequest<?> request,
      String lang,
      String slug,
      @Nullable @Body("recommended") String recommended) {
    ArticlePage page = reading.current(lang, slug);
    articles.recommend(visitors.writing(request), page.article(), !"false".equals(recommended));
    return HttpResponse.seeOther(Reading.address(page.language(), page.slug()))
        .cookie(fresh.of(page.article()));
  }
}
