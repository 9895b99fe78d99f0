package voxpop.article.edition;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import java.util.Optional;
import java.util.UUID;

/**
 * translation-service, as far as editions need it. Not found is an answer: there is none for
 * readers (any more).
 */
@Client("translation-service")
interface Workshop {

  @Get("/editions/{article}/{language}")
  Optional<Translated> edition(UUID article, String language);
}
