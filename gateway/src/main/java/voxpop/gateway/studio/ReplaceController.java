package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/**
 * Search and replace in a translation: first what would change, then what of it was ticked. A
 * sentence that somebody changed since it was looked at is left as it is.
 */
@Controller("/studio/translate/{article}/{language}/replace")
class ReplaceController {
  private final StudioPages pages;
  private final Workshop workshop;

  ReplaceController(StudioPages pages, Workshop workshop) {
    this.pages = pages;
    this.workshop = workshop;
  }

  @Get
  Optional<HttpResponse<byte[]>> look(
      Visitor visitor,
      UUID article,
      String language,
      @QueryValue @Nullable String find,
      @QueryValue @Nullable String with,
      @QueryValue @Nullable String exact) {
    Studio studio = pages.studio(visitor, "translate", null);
    var replacing = new Replacing(text(find), text(with), exact != null);
    return workshop
        .bench(visitor, article, language)
        .map(bench -> show(HttpStatus.OK, studio, article, bench, replacing, List.of()));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> replace(
      Visitor visitor, UUID article, String language, @Body Map<String, Object> form) {
    pages.check(visitor, first(form, "token"));
    var replacing =
        new Replacing(first(form, "find"), first(form, "with"), !first(form, "exact").isEmpty());
    Set<String> picked = Set.copyOf(all(form.get("pick")));
    Optional<Bench> bench = workshop.bench(visitor, article, language);
    if (bench.isEmpty()) return Optional.empty();
    List<Map<String, Object>> items =
        replacing.hits(bench.get().segments()).stream()
            .filter(hit -> picked.contains(hit.pick()))
            .map(hit -> Workshop.item(hit.row(), hit.after(), hit.row().state().equals("approved")))
            .toList();
    try {
      List<Workshop.Result> results = workshop.translate(visitor, article, language, items);
      boolean whole =
          items.size() == picked.size() && results.stream().allMatch(Workshop.Result::saved);
      if (whole) {
        return Optional.of(to(BenchController.address(article, language) + "?done=replaced"));
      }
      return again(visitor, article, language, replacing, results);
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      HttpStatus status = HttpStatus.valueOf(refused.status());
      return Optional.of(show(status, studio, article, bench.get(), replacing, List.of()));
    }
  }

  /** What is left, with the reasons. */
  private Optional<HttpResponse<byte[]>> again(
      Visitor visitor,
      UUID article,
      String language,
      Replacing replacing,
      List<Workshop.Result> results) {
    Studio studio = pages.studio(visitor, "translate", "replaced-some");
    return workshop
        .bench(visitor, article, language)
        .map(bench -> show(HttpStatus.CONFLICT, studio, article, bench, replacing, results));
  }

  private HttpResponse<byte[]> show(
      HttpStatus status,
      Studio studio,
      UUID article,
      Bench bench,
      Replacing replacing,
      List<Workshop.Result> results) {
    Map<String, String> reasons =
        results.stream()
            .filter(result -> !result.saved() && !result.violations().isEmpty())
            .collect(
                Collectors.toMap(
                    Workshop.Result::id, result -> result.violations().getFirst().message()));
    Map<String, Object> model = new HashMap<>();
    model.put("article", article);
    model.put("bench", bench);
    model.put("replacing", replacing);
    model.put("hits", replacing.hits(bench.segments()));
    model.put("reasons", reasons);
    return pages.page(status, studio, "replace", model);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private static String first(Map<String, Object> form, String field) {
    List<String> values = all(form.get(field));
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** A field that was sent once, or several times. */
  private static List<String> all(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> many -> many.stream().map(String::valueOf).toList();
      default -> List.of(value.toString());
    };
  }
}
