package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an article has come in one language.
 *
 * @param editionStatus what readers have of it: current or stale
 * @param engine an engine for the pair is up
 */
@Serdeable
public record Translation(
    @Nullable UUID article,
    @Nullable String kind,
    @Nullable String title,
    @Nullable String sourceLanguage,
    String language,
    @Nullable Boolean published,
    @Nullable String editionStatus,
    Counts counts,
    @Nullable Boolean engine) {

  public Translation {
    counts = counts == null ? Counts.NONE : counts;
  }

  /** What else than a post it is. */
  public @Nullable String otherKind() {
    return "post".equals(kind) ? null : kind;
  }

  public boolean withReaders() {
    return Boolean.TRUE.equals(published);
  }

  /** How many segments are in each state. */
  @Serdeable
  public record Counts(int approved, int draft, int machine, int stale, int missing) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public int total() {
      return approved + draft + machine + stale + missing;
    }

    public int of(String state) {
      return switch (state) {
        case "approved" -> approved;
        case "draft" -> draft;
        case "machine" -> machine;
        case "stale" -> stale;
        default -> missing;
      };
    }
  }

  /** Some of them. */
  @Serdeable
  public record Stack(
      List<Translation> items,
      @Nullable String next,
      @Nullable String title,
      @Nullable String language) {
    static final Stack NONE = new Stack(List.of(), null, null, null);

    public Stack {
      items = items == null ? List.of() : items;
    }
  }
}
