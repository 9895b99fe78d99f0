package voxpop.translation.engine;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.util.List;

/** For the gateway: what it may offer to readers at this moment, of languages with commas. */
@Controller("/pairs")
class PairController {
  /** More than the languages of any site take. */
  private static final int LONGEST = 2000;

  @Serdeable
  record Pairs(List<Pair> items) {}

  private final Engines engines;

  PairController(Engines engines) {
    this.engines = engines;
  }

  @Get
  Pairs pairs(@QueryValue @Size(max = LONGEST) String languages) {
    return new Pairs(engines.now(List.of(languages.split(","))));
  }
}
