package voxpop.article.recommendation;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.UUID;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

@Controller("/api/articles/{article}/recommendation")
class RecommendationController {
  private final Recommendations recommendations;

  RecommendationController(Recommendations recommendations) {
    this.recommendations = recommendations;
  }

  /** A stranger has no reader's cookie yet and has recommended nothing. */
  @Get
  Recommendation get(Caller caller, UUID article) {
    return recommendations.seenBy(article, caller.reader().map(Fingerprint::of).orElse(null));
  }

  @Put
  Recommendation give(Caller caller, UUID article) {
    return recommendations.give(
        article, reader(caller), Fingerprint.of(caller.network().orElse("")));
  }

  @Delete
  Recommendation takeBack(Caller caller, UUID article) {
    return recommendations.takeBack(article, reader(caller));
  }

  private static byte[] reader(Caller caller) {
    return caller
        .reader()
        .filter(key -> !key.isBlank())
        .map(Fingerprint::of)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "reader-missing",
                    "No reader",
                    "A recommendation is a reader's: the request names none."));
  }
}
