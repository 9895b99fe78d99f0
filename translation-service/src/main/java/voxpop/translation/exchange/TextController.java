package voxpop.translation.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.translation.document.Translators;

/** A whole text in another language, typed, pasted or imported. */
@Controller("/api/translations/{article}/{language}/text")
class TextController {
  /** {@code format}: {@code html}, or {@code text} with empty lines between paragraphs. */
  @Serdeable
  record Whole(
      @NotBlank @Size(max = 1000) String title,
      @Nullable @Size(max = 2000) String summary,
      @NotNull @Pattern(regexp = "html|text", message = "must be html or text") String format,
      @NotBlank @Size(max = 1_500_000) String body) {}

  /**
   * What became of it.
   *
   * @param approved sentences that have their text now
   * @param joined of these, such as went into the sentence before
   * @param left sentences of the source that nothing in the text belongs to
   * @param warnings what differs from the source's markup, by sentence
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Aligned(int approved, int joined, int left, List<Warning> warnings) {}

  @Serdeable
  record Warning(UUID id, String message) {}

  private final Taking taking;

  TextController(Taking taking) {
    this.taking = taking;
  }

  @Put
  Aligned take(UUID article, String language, @Body @Valid Whole whole, Caller caller) {
    String by = Translators.require(caller, language).name();
    return taking.take(article, language, whole, by);
  }
}
