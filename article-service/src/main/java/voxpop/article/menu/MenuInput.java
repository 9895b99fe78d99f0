package voxpop.article.menu;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole menu, each time.
 *
 * @param language that it is written in; left out, it stays what it was, at first the site's
 */
@Serdeable
record MenuInput(
    @Nullable String language,
    @Nullable @NotNull(message = "is missing") @Size(max = MOST, message = "can have {max} lines")
        List<@Valid LineInput> lines) {

  /** More is a site map, not a menu. */
  static final int MOST = 20;

  /** The lines, once it is checked that there are any: no list at all doesn't empty the menu. */
  List<LineInput> written() {
    return Objects.requireNonNull(lines);
  }

  @Serdeable
  record LineInput(
      @NotBlank(message = "is missing") @Size(max = 120, message = "can have {max} characters")
          String label,
      @NotNull(message = "say page, topic, series or address") Target kind,
      @NotBlank(message = "is missing") @Size(max = 500, message = "can have {max} characters")
          String target) {

    /** Identifiers are compared as text. */
    String place() {
      return kind == Target.PAGE ? target.strip().toLowerCase(Locale.ROOT) : target.strip();
    }
  }
}
