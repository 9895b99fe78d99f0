package voxpop.translation.document;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import java.util.Optional;
import java.util.UUID;

/** The calls that the workshop makes of article-service. */
@Client("article-service")
interface ArticleService {
  /** The newest published revision; empty if the article isn't published. */
  @Get("/sources/{article}")
  Optional<SourceText> source(UUID article);

  @Get("/site")
  Site site();
}
