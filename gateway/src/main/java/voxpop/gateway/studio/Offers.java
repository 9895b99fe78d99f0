package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What memory and glossary have to say to a sentence. */
@Serdeable
public record Offers(List<Offer> items, List<Term> terms) {
  static final Offers NONE = new Offers(List.of(), List.of());

  public Offers {
    items = items == null ? List.of() : items;
    terms = terms == null ? List.of() : terms;
  }

  /**
   * A text that was translated before.
   *
   * @param source the sentence that it translates
   * @param score how much of the sentence is the same, in per cent
   * @param origin {@code person}, or the engine that gave it
   * @param by who approved it
   */
  @Serdeable
  public record Offer(
      @Nullable String source, String text, int score, String origin, @Nullable String by) {}

  /** A term of the glossary that is in the sentence; {@code target} is null where none is set. */
  @Serdeable
  public record Term(String source, @Nullable String target, @Nullable String rule) {}
}
