package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of editions in one language: newest first, of a topic, of an author, or found by a search.
 *
 * @param saidIn the language of title and note, where it isn't the page's
 */
@Serdeable
public record Listing(
    @Nullable String kind,
    @Nullable String title,
    @Nullable String note,
    List<EditionSummary> items,
    @Nullable String next,
    List<Alternate> alternates,
    @Nullable String saidIn) {

  public Listing {
    items = items == null ? List.of() : items;
    alternates = alternates == null ? List.of() : alternates;
  }

  /** A person's name is in no language. */
  public @Nullable String titleIn() {
    return "author".equals(kind) ? null : saidIn;
  }

  /** What is said of the topic or the author, a paragraph each. */
  public List<String> noteLines() {
    return note == null ? List.of() : note.lines().filter(line -> !line.isBlank()).toList();
  }
}
