package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of editions in one language: newest first, of a topic, of an author, or found by a search.
 */
@Serdeable
public record Listing(
    @Nullable String kind,
    @Nullable String title,
    @Nullable String note,
    List<EditionSummary> items,
    @Nullable String next,
    List<Alternate> alternates) {

  public Listing {
    items = items == null ? List.of() : items;
    alternates = alternates == null ? List.of() : alternates;
  }
}
