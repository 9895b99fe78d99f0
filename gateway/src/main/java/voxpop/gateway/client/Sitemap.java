package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stretch of all that is public, for the map that search engines read. */
@Serdeable
public record Sitemap(List<Alternate> home, List<Entry> items, @Nullable String next) {

  public Sitemap {
    home = home == null ? List.of() : home;
    items = items == null ? List.of() : items;
  }

  /** An article, and where it is in which language. */
  @Serdeable
  public record Entry(UUID article, @Nullable Instant lastModified, List<Alternate> alternates) {

    public Entry {
      alternates = alternates == null ? List.of() : alternates;
    }
  }
}
