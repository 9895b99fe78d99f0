package voxpop.translation.document;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import java.util.Optional;
import java.util.UUID;

/** The calls that the workshop makes of article-service. */
@Client("article-service")
interface ArticleService {
  /**
   * The published revision to take over next; empty if the article isn't published.
   *
   * @param after the one that is known; 0 for none
   */
  @Get("/sources/{article}?after={after}")
  Optional<SourceText> source(UUID article, int after);

  @Get("/site")
  Site site();
}
