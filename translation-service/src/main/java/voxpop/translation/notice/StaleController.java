package voxpop.translation.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Sites;
import voxpop.translation.document.Translators;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Kind;

/** What went stale in a translator's own languages. */
@Controller("/api/translations/stale")
class StaleController {
  /** More than anybody counts; the studio writes it as 99+. */
  private static final int MOST = 100;

  /**
   * A stale sentence.
   *
   * @param format {@code html}: with inline tags; {@code text}: plain
   * @param words the source without tags
   * @param unseen whether it came since the translator last looked
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID article,
      String title,
      String sourceLanguage,
      String language,
      UUID segment,
      String format,
      String source,
      String words,
      @Nullable String previousSource,
      Instant since,
      boolean unseen) {
    static Item of(StaleSentence sentence, long looked) {
      Kind kind = sentence.kind();
      String before = sentence.previousSource();
      return new Item(
          sentence.article(),
          sentence.title(),
          sentence.sourceLanguage(),
          sentence.language(),
          sentence.segment(),
          kind.markup() ? "html" : "text",
          Attributes.brief(kind, sentence.source()),
          sentence.words(),
          before == null ? null : Attributes.brief(kind, before),
          sentence.since(),
          sentence.position() > looked);
    }
  }

  /**
   * A part of the list.
   *
   * @param unseen how many came since the translator last looked; 100 for that many or more
   * @param newest what to say when it was looked at
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<Item> items, int unseen, long newest, @Nullable String next) {}

  /** Up to where somebody has looked: {@code newest} of what they were shown. */
  @Serdeable
  record Seen(@Nullable @NotNull(message = "is missing") @Min(0) Long newest) {}

  private final Stale stale;
  private final StaleTable table;
  private final Sites sites;

  StaleController(Stale stale, StaleTable table, Sites sites) {
    this.stale = stale;
    this.table = table;
    this.sites = sites;
  }

  @Get
  Items list(
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = "20") @Min(0) @Max(100) int limit,
      Caller caller) {
    Caller.Author author = Translators.requireToLook(caller);
    List<String> languages = languages(author);
    long looked = table.looked(author.id());
    List<StaleSentence> found = stale.list(languages, Long.MIN_VALUE, cursor(after) - 1, limit + 1);
    List<StaleSentence> page = found.size() > limit ? found.subList(0, limit) : found;
    boolean more = found.size() > limit && limit > 0;
    return new Items(
        page.stream().map(sentence -> Item.of(sentence, looked)).toList(),
        stale.count(languages, looked, MOST),
        page.isEmpty() ? looked : Math.max(looked, page.getFirst().position()),
        more ? String.valueOf(page.getLast().position()) : null);
  }

  @Put("/seen")
  @Status(HttpStatus.NO_CONTENT)
  void look(@Body @Valid Seen seen, Caller caller, HttpRequest<?> request) {
    Caller.Author author = Translators.requireToLook(caller);
    table.look(author.id(), Objects.requireNonNull(seen.newest()), Tongues.accepted(request));
  }

  /** Editors may translate into every language, but what is theirs to do is not said of them. */
  private List<String> languages(Caller.Author author) {
    if (!author.roles().contains(Role.TRANSLATOR)) return List.of();
    return sites.site().languages().stream().filter(author.languages()::contains).toList();
  }

  private static long cursor(@Nullable String after) {
    if (after == null || after.isEmpty()) return Long.MAX_VALUE;
    if (!after.matches("-?\\d{1,18}")) {
      throw Problem.invalid("after", "must be a cursor that an earlier answer gave");
    }
    return Long.parseLong(after);
  }
}
