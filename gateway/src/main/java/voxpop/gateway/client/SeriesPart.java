package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a series an article is.
 *
 * @param language of the name where it isn't the page's
 */
@Serdeable
public record SeriesPart(
    String slug,
    String name,
    @Nullable String language,
    int part,
    int parts,
    @Nullable Neighbour previous,
    @Nullable Neighbour next) {

  /** Another part in the same language. */
  @Serdeable
  public record Neighbour(String language, String slug, String title) {}
}
