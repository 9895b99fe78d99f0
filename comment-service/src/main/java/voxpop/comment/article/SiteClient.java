package voxpop.comment.article;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks article-service for the site's settings; its feed only says that they have changed. */
@Client("article-service")
interface SiteClient {
  @Get("/site")
  Site site();

  /** The settings that matter for comments. */
  @Serdeable
  @Introspected
  record Site(String language, String comments, @Nullable List<String> languages) {
    String joined() {
      return languages == null ? "" : String.join(",", languages);
    }
  }
}
