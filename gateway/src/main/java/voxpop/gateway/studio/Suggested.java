package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader suggested for a sentence.
 *
 * @param shown what the reader saw
 * @param target what stands there now
 * @param current whether the source is still what the reader saw
 * @param version of the sentence as it is now; null where it is gone
 */
@Serdeable
public record Suggested(
    UUID id,
    UUID article,
    String title,
    String sourceLanguage,
    String language,
    String segment,
    @Nullable String source,
    @Nullable String target,
    String shown,
    String text,
    String state,
    boolean current,
    @Nullable Integer version,
    Instant createdAt,
    @Nullable String decidedBy) {

  /** Whether it can still be taken. */
  public boolean open() {
    return state.equals("waiting") && version != null;
  }

  /** What it would change. */
  public WordDifference difference() {
    return WordDifference.between(target == null ? shown : target, text);
  }

  /** Some of them, the newest first. */
  @Serdeable
  public record Stack(List<Suggested> items, @Nullable String next) {
    static final Stack NONE = new Stack(List.of(), null);

    public Stack {
      items = items == null ? List.of() : items;
    }
  }
}
