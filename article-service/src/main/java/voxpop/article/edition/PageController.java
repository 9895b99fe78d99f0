package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** All that an article's page shows, for the gateway, in one answer. */
@Controller("/pages")
class PageController {

  private final KeptPages pages;

  PageController(KeptPages pages) {
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

  /** The answer as JSON. */
  @Get("/{language}/{slug}")
  @Connectable
  byte[] show(String language, String slug) {
    return pages.at(language, slug);
  }
}
