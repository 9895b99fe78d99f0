package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What is found at a slug: a page ({@code found}), where it went ({@code moved}), or that it was
 * withdrawn ({@code gone}).
 */
@Serdeable
public record PageAnswer(
    String state, @Nullable ArticlePage page, @Nullable String language, @Nullable String slug) {

  public boolean gone() {
    return "gone".equals(state);
  }

  public boolean moved() {
    return "moved".equals(state);
  }
}
