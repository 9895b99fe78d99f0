package voxpop.translation.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;
import voxpop.translation.edition.Editions;
import voxpop.translation.edition.Standing;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.Pair;

/** What there is to translate, for whoever may. */
@Controller("/api/translations")
class ToDoController {
  private static final String STATES = "stale|missing|machine|draft";

  /** A translation that waits for a person. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID article,
      String kind,
      String title,
      String sourceLanguage,
      String language,
      Map<String, Integer> counts,
      boolean published,
      @Nullable String editionStatus,
      boolean engine) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<Item> items, @Nullable String next) {}

  private final ToDo toDo;
  private final Sites sites;
  private final Editions editions;
  private final Engines engines;

  ToDoController(ToDo toDo, Sites sites, Editions editions, Engines engines) {
    this.toDo = toDo;
    this.sites = sites;
    this.editions = editions;
    this.engines = engines;
  }

  @Get
  HttpResponse<Items> list(
      @QueryValue @Nullable @Pattern(regexp = STATES, message = "must be one of " + STATES)
          String state,
      @QueryValue @Nullable String language,
      @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
      @QueryValue @Nullable String after,
      Caller caller) {
    Caller.Author author = Translators.requireToLook(caller);
    List<String> languages =
        sites.site().languages().stream()
            .filter(l -> language == null ? author.mayTranslate(l) : l.equals(language))
            .toList();
    List<Progress> found =
        toDo.list(languages, state == null ? "" : state, cursor(after), limit + 1);
    List<Progress> page = found.size() > limit ? found.subList(0, limit) : found;
    String next =
        found.size() > limit
            ? new ToDo.Cursor(page.getLast().article(), page.getLast().language()).toString()
            : null;
    return HttpResponse.ok(new Items(page.stream().map(this::item).toList(), next));
  }

  private Item item(Progress progress) {
    Standing edition = editions.standing(progress.article(), progress.language());
    return new Item(
        progress.article(),
        progress.kind(),
        progress.title(),
        progress.sourceLanguage(),
        progress.language(),
        progress.counts(),
        edition.live(),
        edition.live() ? edition.status() : null,
        engines.forPair(new Pair(progress.sourceLanguage(), progress.language())).isPresent());
  }

  private static ToDo.Cursor cursor(@Nullable String after) {
    if (after == null || after.isEmpty()) return ToDo.Cursor.START;
    int dot = after.indexOf('.');
    try {
      return new ToDo.Cursor(UUID.fromString(after.substring(0, dot)), after.substring(dot + 1));
    } catch (RuntimeException e) {
      throw Problem.invalid("after", "must be a cursor that an earlier answer gave");
    }
  }
}
