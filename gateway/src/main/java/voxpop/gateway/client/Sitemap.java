package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stretch of all that is public, for the map that search engines read. */
@Serdeable
public record Sitemap(List<Entry> items, @Nullable String next) {

  public Sitemap {
    items = items == null ? List.of() : items;
  }

  /** An article and the languages it is public in. */
  @Serdeable
  public record Entry(UUID article, @Nullable Instant lastModified, List<Edition> editions) {}

  /** One of its addresses. */
  @Serdeable
  public record Edition(String language, String slug, String origin) {}
}
