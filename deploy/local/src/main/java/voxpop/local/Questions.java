package voxpop.local;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One answer after the other: what was given counts, then what a person types, then the default.
 */
final class Questions {
  /** Somebody on a terminal. */
  interface Person {
    /**
     * @param hidden the answer is not shown while it is typed
     * @return null if there is no answer any more
     */
    @Nullable String answer(String question, boolean hidden);
  }

  private final Options options;
  private final @Nullable Person person;

  Questions(Options options, @Nullable Person person) {
    this.options = options;
    this.person = person;
  }

  /** Whoever started this process on a terminal; null if nobody did. */
  static @Nullable Person atTheTerminal() {
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      return null;
    }
    return (question, hidden) -> {
      if (!hidden) {
        return console.readLine("%s", question);
      }
      char[] typed = console.readPassword("%s", question);
      return typed == null ? null : new String(typed);
    };
  }

  /**
   * @param refusal what is wrong with a value that isn't good, as the rest of a sentence that
   *     begins with it
   */
  String ask(
      String option, String question, String fallback, Predicate<String> good, String refusal) {
    boolean hidden = option.endsWith("password");
    String given = options.value(option);
    if (given != null) {
      if (!good.test(given.strip())) {
        throw new CannotStart(
            "--%s %s %s.".formatted(option, hidden ? "…" : "\"" + given + "\"", refusal));
      }
      return given.strip();
    }
    if (person == null) {
      return fallback;
    }
    String shown = question + (fallback.isEmpty() ? ": " : " [" + fallback + "]: ");
    for (String note = ""; ; ) {
      String typed = person.answer(note + shown, hidden);
      if (typed == null) {
        return fallback;
      }
      String answer = typed.isBlank() ? fallback : typed.strip();
      if (good.test(answer)) {
        return answer;
      }
      note = (hidden ? "It " : "\"" + answer + "\" ") + refusal + ".\n";
    }
  }
}
