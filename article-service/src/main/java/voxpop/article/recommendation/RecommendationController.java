package voxpop.article.recommendation;

import io.micronaut.core.annotation.NonBlocking;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

@Controller("/api/articles/{article}/recommendation")
class RecommendationController {
  private final Recommendations recommendations;
  private final Recommending recommending;

  RecommendationController(Recommendations recommendations, Recommending recommending) {
    this.recommendations = recommendations;
    this.recommending = recommending;
  }

  /** A stranger has no reader's cookie yet and has recommended nothing. */
  @Get
  Recommendation get(Caller caller, UUID article) {
    return recommendations.seenBy(article, caller.reader().map(Fingerprint::of).orElse(null));
  }

  @Put
  @NonBlocking
  CompletionStage<Recommendation> give(Caller caller, UUID article) {
    return recommending.give(
        new Giving(article, reader(caller), Fingerprint.of(caller.network().orElse(""))));
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
