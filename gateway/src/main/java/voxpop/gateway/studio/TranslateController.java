package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.EditionSummary;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/** What there is to translate: everywhere, and of one article. */
@Controller("/studio/translate")
class TranslateController {
  private static final int LIMIT = 50;

  /** What went stale last stands above the rest and must not push it away. */
  private static final int NEWEST = 10;

  private final StudioPages pages;
  private final Workshop workshop;
  private final Manuscripts manuscripts;
  private final News news;

  TranslateController(StudioPages pages, Workshop workshop, Manuscripts manuscripts, News news) {
    this.manuscripts = manuscripts;
    this.news = news;
    this.pages = pages;
    this.workshop = workshop;
  }

  @Get
  HttpResponse<byte[]> toDo(
      Visitor visitor, @QueryValue @Nullable String language, @QueryValue @Nullable String after) {
    Studio studio = pages.studio(visitor, "translate", null);
    StaleSentence.Stack stale =
        after == null ? news.stale(visitor, NEWEST, null) : StaleSentence.Stack.NONE;
    news.seen(visitor, stale);
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("stale", stale);
    model.put("stack", work(visitor, language, after));
    model.put("language", language);
    model.put("published", originals(visitor));
    return pages.page(studio, "translations", model);
  }

  /** Whoever translates into no language has nothing to do, but may still look at every desk. */
  private Translation.Stack work(
      Visitor visitor, @Nullable String language, @Nullable String after) {
    try {
      return workshop.toDo(visitor, language, LIMIT, after);
    } catch (Refused refused) {
      return Translation.Stack.NONE;
    }
  }

  /** An article once, however many languages it is published in. */
  private List<EditionSummary> originals(Visitor visitor) {
    return manuscripts.published(visitor, LIMIT).stream()
        .filter(edition -> edition.language().equals(edition.originalLanguage()))
        .toList();
  }

  @Get("/{article}")
  Optional<HttpResponse<byte[]>> languages(Visitor visitor, UUID article) {
    Studio studio = pages.studio(visitor, "translate", null);
    return workshop
        .of(visitor, article)
        .map(stack -> pages.page(studio, "tongues", Map.of("article", article, "stack", stack)));
  }
}
