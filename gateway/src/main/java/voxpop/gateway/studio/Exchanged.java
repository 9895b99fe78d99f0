package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file or a text that was taken in.
 *
 * @param counts of a file: how many sentences of each result
 * @param items of a file: what became of each sentence
 * @param approved of a text: sentences that have their text now
 * @param joined of these, such as went into the sentence before
 * @param left of a text: sentences that nothing in it belongs to
 * @param warnings of a text: what differs from the source's markup
 */
@Serdeable
public record Exchanged(
    Map<String, Integer> counts,
    List<Item> items,
    @Nullable Integer approved,
    @Nullable Integer joined,
    @Nullable Integer left,
    List<Warning> warnings) {

  /** In the order in which people want to know. */
  private static final List<String> RESULTS =
      List.of("saved", "conflict", "refused", "gone", "unchanged", "untranslated");

  public Exchanged {
    counts = counts == null ? Map.of() : counts;
    items = items == null ? List.of() : items;
    warnings = warnings == null ? List.of() : warnings;
  }

  @Serdeable
  public record Item(String id, String result) {}

  @Serdeable
  public record Warning(String id, String message) {}

  /** What there is to tell, by the key of its message. */
  public Map<String, Integer> told() {
    Map<String, Integer> told = new LinkedHashMap<>();
    for (String result : RESULTS) {
      if (counts.containsKey(result)) told.put(result, counts.get(result));
    }
    if (approved != null) told.put("approved", approved);
    if (joined != null && joined > 0) told.put("joined", joined);
    if (left != null && left > 0) told.put("left", left);
    return told;
  }

  /** Sentences that somebody should look at. */
  public List<String> open() {
    return items.stream()
        .filter(item -> item.result().equals("conflict") || item.result().equals("refused"))
        .map(Item::id)
        .toList();
  }
}
