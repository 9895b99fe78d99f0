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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.SegmentEdit;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.studio.BenchPage.Look;
import voxpop.gateway.studio.BenchPage.Refusal;

/** The translator's desk: one article in one language, segment by segment. */
@Controller("/studio/translate/{article}/{language}")
class BenchController {
  private final StudioPages pages;
  private final BenchPage page;
  private final Workshop workshop;

  BenchController(StudioPages pages, BenchPage page, Workshop workshop) {
    this.pages = pages;
    this.page = page;
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

    boolean undoes() {
      return "undo".equals(act);
    }

    String ifMatch() {
      return version != null && version.matches("\\d{1,18}") ? "\"" + version + "\"" : "\"\"";
    }

    /** Where it goes on, below the desk's address. */
    String onward(String id) {
      String filter = state != null && Bench.STATES.contains(state) ? "?state=" + state : "";
      boolean on = !undoes() && next != null && next.matches("[0-9a-f-]{36}");
      return filter + "#s-" + (on ? next : id);
    }
  }

  /** What the head of the desk sends. */
  @Serdeable
  record DeskForm(
      @Nullable String act, @Nullable String slug, @Nullable String seen, @Nullable String token) {}

  @Get
  Optional<HttpResponse<byte[]>> desk(
      Visitor visitor,
      UUID article,
      String language,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable UUID at,
      @QueryValue @Nullable Integer take,
      @QueryValue @Nullable String done) {
    Studio studio = pages.studio(visitor, "translate", done);
    Offers offers =
        at == null ? Offers.NONE : workshop.offers(visitor, article, language, at.toString());
    Look look = new Look(state, at, take);
    List<Suggested> readers = workshop.suggested(visitor, article, language);
    return workshop
        .bench(visitor, article, language)
        .map(
            bench -> page.show(HttpStatus.OK, studio, article, bench, look, offers, readers, null));
  }

  @Post("/segments/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> translate(
      Visitor visitor, UUID article, String language, UUID id, @Body RowForm form) {
    pages.check(visitor, form.token());
    Look look = new Look(form.state(), null, null);
    String segment = id.toString();
    String text = form.edit().text();
    try {
      if (form.undoes()) workshop.undo(visitor, article, language, segment, form.ifMatch());
      else workshop.translate(visitor, article, language, segment, form.edit(), form.ifMatch());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      HttpStatus status = HttpStatus.valueOf(refused.status());
      var refusal = new Refusal(segment, text, status == HttpStatus.PRECONDITION_FAILED);
      return workshop
          .bench(visitor, article, language)
          .map(
              bench ->
                  page.show(status, studio, article, bench, look, Offers.NONE, List.of(), refusal));
    } catch (Unavailable away) {
      // Nothing else can be shown, but what was typed is.
      Studio studio = pages.refused(visitor, "translate", StudioPages.AWAY);
      Bench alone = Bench.of(language, segment, text, form.version());
      var refusal = new Refusal(segment, text, false);
      HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
      return Optional.of(
          page.show(status, studio, article, alone, Look.ALL, Offers.NONE, List.of(), refusal));
    }
    return Optional.of(to(address(article, language) + form.onward(segment)));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> act(
      Visitor visitor, UUID article, String language, @Body DeskForm form) {
    pages.check(visitor, form.token());
    String act = form.act() == null ? "" : form.act();
    try {
      switch (act) {
        case "approve" -> act = approve(visitor, article, language, form.seen());
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
          .map(
              bench ->
                  page.show(
                      status, studio, article, bench, Look.ALL, Offers.NONE, List.of(), null));
    }
    return Optional.of(to(address(article, language) + "?done=" + act));
  }

  /** Approves what is still as it was seen; what somebody changed meanwhile is left and told. */
  private String approve(Visitor visitor, UUID article, String language, @Nullable String seen) {
    Set<String> asSeen = new HashSet<>(List.of((seen == null ? "" : seen).split(" ", -1)));
    List<Bench.Row> rows =
        workshop.bench(visitor, article, language).map(Bench::segments).orElseGet(List::of);
    List<Map<String, Object>> items =
        rows.stream()
            .filter(row -> row.approvable() && asSeen.contains(row.seen()))
            .map(row -> Workshop.item(row, String.valueOf(row.target()), true))
            .toList();
    boolean all =
        items.size() == asSeen.size()
            && workshop.translate(visitor, article, language, items).stream()
                .allMatch(Workshop.Result::saved);
    return all ? "approve" : "approve-some";
  }

  static String address(UUID article, String language) {
    return "/studio/translate/" + article + "/" + language;
  }
}
