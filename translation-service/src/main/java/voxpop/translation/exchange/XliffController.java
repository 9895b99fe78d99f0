package voxpop.translation.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Violation;
import voxpop.translation.document.Translators;

/** XLIFF 2.1, out and in: an article, or all that is stale in a language. */
@Controller("/api/translations")
class XliffController {
  static final String XLIFF = "application/xliff+xml";

  /** What became of each sentence, and how many of each. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Taken(Map<String, Long> counts, List<Item> items) {
    static Taken of(List<Exchanging.Result> results) {
      return new Taken(
          results.stream()
              .collect(Collectors.groupingBy(Exchanging.Result::result, Collectors.counting())),
          results.stream().map(Item::of).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(UUID article, UUID id, String result, List<Violation> violations) {
    static Item of(Exchanging.Result result) {
      return new Item(result.article(), result.id(), result.result(), result.violations());
    }
  }

  private final Exchanging exchanging;

  XliffController(Exchanging exchanging) {
    this.exchanging = exchanging;
  }

  @Get("/{article}/{language}/xliff")
  @Produces(XLIFF)
  HttpResponse<String> export(UUID article, String language, Caller caller) {
    Translators.requireToLook(caller);
    return file(exchanging.export(article, language), article + "." + language);
  }

  /** All stale sentences of articles that are written in {@code source}. */
  @Get("/xliff{?source,language}")
  @Produces(XLIFF)
  HttpResponse<String> export(
      @QueryValue String source, @QueryValue String language, Caller caller) {
    Translators.require(caller, language);
    return file(exchanging.exportStale(source, language), "stale." + source + "." + language);
  }

  @Post("/{article}/{language}/xliff")
  @Consumes({XLIFF, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  Taken take(UUID article, String language, @Body String file, Caller caller) {
    String by = Translators.require(caller, language).name();
    return Taken.of(exchanging.take(file, article, language, by));
  }

  @Post("/xliff{?language}")
  @Consumes({XLIFF, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  Taken take(@QueryValue String language, @Body String file, Caller caller) {
    String by = Translators.require(caller, language).name();
    return Taken.of(exchanging.take(file, null, language, by));
  }

  private static HttpResponse<String> file(String xliff, String name) {
    return HttpResponse.ok(xliff)
        .header("Content-Disposition", "attachment; filename=\"" + name + ".xlf\"");
  }
}
