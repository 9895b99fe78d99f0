package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/** All that an article's page shows, for the gateway, in one answer. */
@Controller("/pages")
class PageController {

  private final Pages pages;

  PageController(Pages pages) {
    this.pages = pages;
  }

  /**
   * What stands at the address: {@code found} with its page, {@code moved} with where to, or {@code
   * gone}.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String state, @Nullable Page page, @Nullable String language, @Nullable String slug) {}

  @Get("/{language}/{slug}")
  @Connectable
  Answer show(String language, String slug) {
    return switch (pages.at(language, slug)) {
      case Pages.Found found -> new Answer("found", pages.withRelated(found.page()), null, null);
      case Pages.Moved moved -> new Answer("moved", null, moved.language(), moved.slug());
      case Pages.Gone gone -> new Answer("gone", null, null, null);
      case Pages.Unknown unknown -> throw Problem.notFound("There is no such page.");
    };
  }
}
