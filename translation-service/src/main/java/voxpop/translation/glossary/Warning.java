package voxpop.translation.glossary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import voxpop.translation.segment.Reason;

/**
 * A term that a translation doesn't keep to.
 *
 * @param translation the wording that is missing, or, where it is forbidden, that is there
 * @param message the same as a sentence
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Warning(String term, Rule rule, @Nullable String translation, String message) {
  static Warning of(Term term) {
    return new Warning(term.term(), term.rule(), term.translation(), message(term));
  }

  /** The same as why an engine's text is refused. */
  public Reason reason() {
    String rule = this.rule.name().toLowerCase(Locale.ROOT);
    return Reason.term(rule, term, translation == null ? term : translation);
  }

  private static String message(Term term) {
    return switch (term.rule()) {
      case TRANSLATE -> "“%s” is to be “%s”.".formatted(term.term(), term.translation());
      case KEEP -> "“%s” is to stay as it is.".formatted(term.term());
      case FORBIDDEN ->
          "“%s” must not be used for “%s”.".formatted(term.translation(), term.term());
    };
  }
}
