package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Sites;
import voxpop.gateway.page.Pages;
import voxpop.gateway.page.Words;

/** A translation as a whole page, as readers will see it. */
@Controller("/studio/translate/{article}/{language}/preview")
class PreviewController {
  private final Workshop workshop;
  private final Manuscripts manuscripts;
  private final Pages pages;
  private final Sites sites;

  PreviewController(Workshop workshop, Manuscripts manuscripts, Pages pages, Sites sites) {
    this.workshop = workshop;
    this.manuscripts = manuscripts;
    this.pages = pages;
    this.sites = sites;
  }

  @Get
  Optional<HttpResponse<byte[]>> preview(Visitor visitor, UUID article, String language) {
    Optional<ArticlePage> original = manuscripts.page(visitor, article);
    return workshop
        .preview(visitor, article, language)
        .flatMap(text -> original.map(page -> in(language, page, text)))
        .map(
            page -> {
              String back = BenchController.address(article, language);
              return HttpResponse.ok(pages.preview(sites.site(), page, back))
                  .contentType(MediaType.TEXT_HTML_TYPE)
                  .characterEncoding("utf-8");
            });
  }

  private static ArticlePage in(String language, ArticlePage page, Workshop.Preview text) {
    return new ArticlePage(
        page.article(),
        language,
        Words.direction(language),
        page.slug(),
        text.title(),
        text.summary(),
        text.html(),
        "human",
        "current",
        page.originalLanguage(),
        page.kind(),
        page.publishedAt(),
        page.updatedAt(),
        page.revision(),
        page.readingMinutes(),
        page.wordCount(),
        page.author(),
        page.topics(),
        page.picture(),
        page.editions(),
        List.of(),
        List.of(),
        page.series(),
        page.recommendations(),
        page.comments());
  }
}
