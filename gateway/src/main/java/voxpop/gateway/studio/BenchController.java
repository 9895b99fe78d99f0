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
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.SegmentEdit;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;

/** The translator's desk: one article in one language, segment by segment. */
@Controller("/studio/translate/{article}/{language}")
class BenchController {
  private final StudioPages pages;
  private final Workshop workshop;

  BenchController(StudioPages pages, Workshop workshop) {
    this.pages = pages;
    this.workshop = workshop;
  }

  /** What a row sends; {@code next} is the segment to go on with, {@code state} the filter. */
  @Serdeable
  record RowForm(
      @Nullable String text,
      @Nullable String version,
      @Nullable String act,
      @Nullable String next,
      @Nullable String state,
      @Nullable String token) {

    SegmentEdit edit() {
      return new SegmentEdit(text == null ? "" : text.replace("\r\n", "\n"), "approve".equals(act));
    }

    String ifMatch() {
      return version != null && version.matches("\\d{1,18}") ? "\"" + version + "\"" : "\"\"";
    }

    /** Where it goes on, below the desk's address. */
    String onward(String id) {
      String filter = state != null && Bench.STATES.contains(state) ? "?state=" + state : "";
      return filter + "#s-" + (next != null && next.matches("[0-9a-f-]{36}") ? next : id);
    }
  }

  /** What the head of the desk sends. */
  @Serdeable
  record DeskForm(@Nullable String act, @Nullable String slug, @Nullable String token) {}

  /** A row whose text was refused, with that text. */
  private record Refusal(String id, String text) {}

  @Get
  Optional<HttpResponse<byte[]>> desk(
      Visitor visitor,
      UUID article,
      String language,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String done) {
    Studio studio = pages.studio(visitor, "translate", done);
    return workshop
        .bench(visitor, article, language)
        .map(bench -> show(HttpStatus.OK, studio, article, bench, state, null));
  }

  @Get("/preview")
  Optional<HttpResponse<byte[]>> preview(Visitor visitor, UUID article, String language) {
    Studio studio = pages.studio(visitor, "translate", null);
    return workshop
        .preview(visitor, article, language)
        .map(
            preview ->
                pages.page(
                    studio,
                    "preview",
                    Map.of("article", article, "language", language, "preview", preview)));
  }

  @Post("/segments/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> translate(
      Visitor visitor, UUID article, String language, UUID id, @Body RowForm form) {
    pages.check(visitor, form.token());
    var refusal = new Refusal(id.toString(), form.edit().text());
    try {
      workshop.translate(visitor, article, language, id.toString(), form.edit(), form.ifMatch());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      HttpStatus status = HttpStatus.valueOf(refused.status());
      return workshop
          .bench(visitor, article, language)
          .map(bench -> show(status, studio, article, bench, form.state(), refusal));
    } catch (Unavailable away) {
      // Nothing else can be shown, but what was typed is.
      Studio studio = pages.refused(visitor, "translate", StudioPages.AWAY);
      Bench alone = Bench.of(language, refusal.id(), refusal.text(), form.version());
      return Optional.of(
          show(HttpStatus.SERVICE_UNAVAILABLE, studio, article, alone, null, refusal));
    }
    return Optional.of(to(address(article, language) + form.onward(id.toString())));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> act(
      Visitor visitor, UUID article, String language, @Body DeskForm form) {
    pages.check(visitor, form.token());
    String act = form.act() == null ? "" : form.act();
    try {
      switch (act) {
        case "machine" -> workshop.askMachine(visitor, article, language);
        case "publish" -> workshop.publish(visitor, article, language, form.slug());
        case "take-back" -> workshop.takeBack(visitor, article, language);
        default -> {
          return Optional.of(to(address(article, language)));
        }
      }
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      HttpStatus status = HttpStatus.valueOf(refused.status());
      return workshop
          .bench(visitor, article, language)
          .map(bench -> show(status, studio, article, bench, null, null));
    }
    return Optional.of(to(address(article, language) + "?done=" + act));
  }

  private HttpResponse<byte[]> show(
      HttpStatus status,
      Studio studio,
      UUID article,
      Bench bench,
      @Nullable String state,
      @Nullable Refusal refusal) {
    String filter = state != null && Bench.STATES.contains(state) ? state : null;
    List<Bench.Row> rows =
        bench.segments().stream()
            .filter(row -> filter == null || row.state().equals(filter) || is(row, refusal))
            .map(row -> refusal != null && is(row, refusal) ? row.typed(refusal.text()) : row)
            .toList();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("article", article);
    model.put("bench", bench);
    model.put("rows", rows);
    model.put("state", filter);
    model.put("refused", refusal == null ? null : refusal.id());
    return pages.page(status, studio, "bench", model);
  }

  private static boolean is(Bench.Row row, @Nullable Refusal refusal) {
    return refusal != null && row.id().equals(refusal.id());
  }

  private static String address(UUID article, String language) {
    return "/studio/translate/" + article + "/" + language;
  }
}
