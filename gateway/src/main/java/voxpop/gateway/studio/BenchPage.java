package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The translator's desk as a page: which rows, and what stands in their fields. */
@Singleton
class BenchPage {
  /** A row whose text was refused, with that text; {@code overtaken}: somebody was faster. */
  record Refusal(String id, String text, boolean overtaken) {
    boolean isOf(Bench.Row row) {
      return row.id().equals(id);
    }
  }

  /**
   * What of the desk is looked at.
   *
   * @param state only rows in it
   * @param at a row that is looked at with what is known of it
   * @param take which of that stands in its field
   */
  record Look(@Nullable String state, @Nullable UUID at, @Nullable Integer take) {
    static final Look ALL = new Look(null, null, null);

    Look {
      state = state != null && Bench.STATES.contains(state) ? state : null;
    }

    boolean shows(Bench.Row row) {
      return state == null || row.state().equals(state) || isAt(row);
    }

    boolean isAt(Bench.Row row) {
      return at != null && row.id().equals(at.toString());
    }
  }

  private final StudioPages pages;

  BenchPage(StudioPages pages) {
    this.pages = pages;
  }

  HttpResponse<byte[]> show(
      HttpStatus status,
      Studio studio,
      UUID article,
      Bench bench,
      Look look,
      Offers offers,
      List<Suggested> readers,
      @Nullable Refusal refusal) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("article", article);
    model.put("bench", bench);
    model.put(
        "rows",
        bench.segments().stream()
            .filter(row -> look.shows(row) || (refusal != null && refusal.isOf(row)))
            .map(row -> typed(row, look, offers, refusal))
            .toList());
    model.put("state", look.state());
    model.put("seen", Bench.seen(bench.segments().stream().filter(look::shows).toList()));
    model.put("at", look.at() == null ? null : look.at().toString());
    model.put("offers", offers);
    model.put("readers", readers);
    model.put("refused", refusal == null ? null : refusal.id());
    model.put("theirs", refusal == null || !refusal.overtaken() ? null : theirs(bench, refusal));
    return pages.page(status, studio, "bench", model);
  }

  /** A row with what stands in its field: what was refused, or a suggestion that is taken. */
  private static Bench.Row typed(
      Bench.Row row, Look look, Offers offers, @Nullable Refusal refusal) {
    if (refusal != null && refusal.isOf(row)) return row.typed(refusal.text());
    Integer take = look.take();
    if (take == null || !look.isAt(row) || take < 0 || take >= offers.items().size()) return row;
    return row.typed(offers.items().get(take).text());
  }

  private static @Nullable String theirs(Bench bench, Refusal refusal) {
    return bench.segments().stream()
        .filter(refusal::isOf)
        .map(Bench.Row::target)
        .findFirst()
        .orElse(null);
  }
}
