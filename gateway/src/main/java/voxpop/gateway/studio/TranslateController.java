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
import voxpop.gateway.client.Visitor;

/** The translator's desk. */
@Controller("/studio/translate")
class TranslateController {
  private final StudioPages pages;
  private final Workshop workshop;

  TranslateController(StudioPages pages, Workshop workshop) {
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
      @Nullable String token) {}

  @Serdeable
  record DeskForm(@Nullable String act, @Nullable String slug, @Nullable String token) {}

  @Get
  HttpResponse<byte[]> toDo(
      Visitor visitor, @QueryValue @Nullable String language, @QueryValue @Nullable String after) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("stack", workshop.toDo(visitor, language, 50, after));
    model.put("language", language);
    return pages.page(pages.studio(visitor, "translate", null), "translations", model);
  }

  @Get("/{article}")
  Optional<HttpResponse<byte[]>> languages(Visitor visitor, UUID article) {
    return workshop
        .of(visitor, article)
        .map(
            stack ->
                pages.page(
                    pages.studio(visitor, "translate", null),
                    "tongues",
                    Map.of("article", article, "stack", stack)));
  }

  @Get("/{article}/{language}")
  Optional<HttpResponse<byte[]>> desk(
      Visitor visitor,
      UUID article,
      String language,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String done) {
    return workshop
        .bench(visitor, article, language)
        .map(
            bench ->
                show(
                    HttpStatus.OK,
                    pages.studio(visitor, "translate", done),
                    article,
                    bench,
                    state,
                    null));
  }

  @Get("/{article}/{language}/preview")
  Optional<HttpResponse<byte[]>> preview(Visitor visitor, UUID article, String language) {
    return workshop
        .preview(visitor, article, language)
        .map(
            preview ->
                pages.page(
                    pages.studio(visitor, "translate", null),
                    "preview",
                    Map.of("article", article, "language", language, "preview", preview)));
  }

  @Post("/{article}/{language}/segments/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> translate(
      Visitor visitor, UUID article, String language, String id, @Body RowForm form) {
    pages.check(visitor, form.token());
    var edit =
        new SegmentEdit(form.text() == null ? "" : form.text(), "approve".equals(form.act()));
    try {
      workshop.translate(
          visitor, article, language, id, edit, form.version() == null ? "" : form.version());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      return workshop
          .bench(visitor, article, language)
          .map(
              bench ->
                  show(
                      HttpStatus.valueOf(refused.status()),
                      studio,
                      article,
                      bench,
                      form.state(),
                      new Refusal(id, edit.text())));
    }
    String filter = form.state() == null || form.state().isBlank() ? "" : "?state=" + form.state();
    return Optional.of(
        to(
            "/studio/translate/"
                + article
                + "/"
                + language
                + filter
                + "#s-"
                + (form.next() == null ? id : form.next())));
  }

  @Post("/{article}/{language}")
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
        default -> {}
      }
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      return workshop
          .bench(visitor, article, language)
          .map(
              bench ->
                  show(HttpStatus.valueOf(refused.status()), studio, article, bench, null, null));
    }
    return Optional.of(to("/studio/translate/" + article + "/" + language + "?done=" + act));
  }

  /** A row whose text was refused, with that text. */
  private record Refusal(String id, String text) {}

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
            .filter(row -> filter == null || row.state().equals(filter) || isRefused(row, refusal))
            .map(
                row -> refusal != null && isRefused(row, refusal) ? row.typed(refusal.text()) : row)
            .toList();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("article", article);
    model.put("bench", bench);
    model.put("rows", rows);
    model.put("state", filter);
    model.put("refused", refusal == null ? null : refusal.id());
    return pages.page(status, studio, "bench", model);
  }

  private static boolean isRefused(Bench.Row row, @Nullable Refusal refusal) {
    return refusal != null && row.id().equals(refusal.id());
  }
}
