package voxpop.article.series;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says of a series.
 *
 * @param slug for a new one, made from the name when left out; afterwards it stays
 * @param language that name and description are in; left out, it stays what it was, at first the
 *     site's
 * @param articles in the order in which they are to be read
 */
@Serdeable
record SeriesInput(
    @NotBlank(message = "is missing") @Size(max = 200, message = "can have {max} characters")
        String name,
    @Nullable @Size(max = 2000, message = "can have {max} characters") String description,
    @Nullable String language,
    @Nullable
        @Size(max = 80, message = "can have {max} characters")
        @Pattern(
            regexp = "[a-z0-9]+(-[a-z0-9]+)*",
            message = "takes a to z, 0 to 9 and single hyphens between them")
        String slug,
    @Nullable @NotNull(message = "is missing") @Size(max = MOST, message = "can be {max} at most")
        List<@NotNull(message = "is missing") UUID> articles) {

  /** All of it is one page. */
  static final int MOST = 100;

  /** The articles, once it is checked that there is a list. */
  List<UUID> parts() {
    return Objects.requireNonNull(articles);
  }

  String written() {
    return name.strip().replaceAll("\\s+", " ");
  }
}
