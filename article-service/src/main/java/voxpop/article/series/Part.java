package voxpop.article.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a series an article is.
 *
 * @param language of the name where it isn't the reader's
 * @param part from 1 on, of all that can be read in any language
 * @param previous the nearest before it that can be read in this language
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Part(
    String slug,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language,
    int part,
    int parts,
    @Nullable Neighbour previous,
    @Nullable Neighbour next) {

  /** Another part, in the same language. */
  @Serdeable
  public record Neighbour(String language, String slug, String title) {}
}
