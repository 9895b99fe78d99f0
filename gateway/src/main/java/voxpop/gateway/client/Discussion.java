package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of an article’s thread, in thread order; {@code total} counts every language. */
@Serdeable
public record Discussion(List<Comment> items, @Nullable String next, long total) {

  public Discussion {
    items = items == null ? List.of() : items;
  }
}
