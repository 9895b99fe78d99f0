package voxpop.translation.glossary;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/**
 * A term as a person types it.
 *
 * @param source language of the term, BCP 47
 * @param target language of its translation
 */
@Serdeable
record TermInput(
    @NotBlank @Pattern(regexp = LANGUAGE, message = "must be a language tag") String source,
    @NotBlank @Pattern(regexp = LANGUAGE, message = "must be a language tag") String target,
    @NotBlank @Size(max = LONGEST) String term,
    @NotNull Rule rule,
    @Nullable @Size(max = LONGEST) String translation,
    @Nullable Boolean caseSensitive,
    @Nullable @Size(max = 500) String note) {

  static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

  /** A term is a word or a few, not a sentence: those are in the memory. */
  static final int LONGEST = 200;

  /** What no single field says. */
  TermInput checked() {
    if (rule != Rule.KEEP && (translation == null || translation.isBlank())) {
      throw Problem.invalid("translation", "must not be blank where the rule is " + rule.word());
    }
    if (source.equals(target)) {
      throw Problem.invalid("target", "must be another language than the source");
    }
    return this;
  }
}
