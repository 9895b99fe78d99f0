package voxpop.article.related;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.edition.Pages;
import voxpop.article.edition.Stretch;
import voxpop.kit.problem.Problem;

@Controller("/api/articles/{article}/related")
class RelatedController {
  private final RelatedTable table;
  private final Pages pages;

  RelatedController(RelatedTable table, Pages pages) {
    this.table = table;
    this.pages = pages;
  }

  /** Without a language, in the one that the article was written in. */
  @Get("{?language,limit}")
  Stretch list(
      UUID article,
      @QueryValue @Nullable String language,
      @QueryValue(defaultValue = "4") @Min(1) @Max(12) int limit) {
    return table
        .readable(article, language)
        .map(read -> new Stretch(pages.relatedTo(article, read, limit), null))
        .orElseThrow(
            () ->
                pages.wasPublished(article)
                    ? Problem.gone(
                        "This article was withdrawn, or is not there in this language any more.")
                    : Problem.notFound("There is no such article in this language."));
  }
}
