package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Visitor;

/** All that went stale in a translator's own languages. */
@Controller("/studio/translate/stale")
class StaleController {
  private static final int LIMIT = 100;

  private final StudioPages pages;
  private final News news;

  StaleController(StudioPages pages, News news) {
    this.pages = pages;
    this.news = news;
  }

  @Get
  HttpResponse<byte[]> list(Visitor visitor, @QueryValue @Nullable String after) {
    Studio studio = pages.studio(visitor, "translate", null);
    StaleSentence.Stack stack = news.stale(visitor, LIMIT, after);
    if (after == null) news.seen(visitor, stack);
    return pages.page(studio, "stale", Map.of("stack", stack));
  }
}
