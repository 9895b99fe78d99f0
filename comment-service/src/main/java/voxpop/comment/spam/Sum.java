package voxpop.comment.spam;

import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Two small numbers and a sign: nothing that needs paper, and never a result below zero. */
record Sum(int left, Sign sign, int right) {
  enum Sign {
    PLUS("+"),
    MINUS("−"),
    TIMES("×");

    private final String symbol;

    Sign(String symbol) {
      this.symbol = symbol;
    }
  }

  private static final String PLAIN = "%s = ?";

  /** The sum stands in it once, in digits, so that programs can read it out of any language. */
  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          Map.entry("de", "Wie viel ist %s?"),
          Map.entry("en", "What is %s?"),
          Map.entry("es", "¿Cuánto es %s?"),
          Map.entry("fr", "Combien font %s\u00a0?"),
          Map.entry("fi", "Paljonko on %s?"),
          Map.entry("tr", "%s kaç eder?"),
          Map.entry("it", "Quanto fa %s?"),
          Map.entry("nl", "Hoeveel is %s?"),
          Map.entry("pl", "Ile to jest %s?"),
          Map.entry("pt", "Quanto é %s?"),
          Map.entry("sv", "Hur mycket är %s?"));

  static Sum random(RandomGenerator random) {
    return switch (Sign.values()[random.nextInt(Sign.values().length)]) {
      case PLUS -> new Sum(random.nextInt(1, 13), Sign.PLUS, random.nextInt(1, 13));
      case MINUS -> {
        int right = random.nextInt(1, 10);
        yield new Sum(right + random.nextInt(1, 11), Sign.MINUS, right);
      }
      case TIMES -> new Sum(random.nextInt(2, 10), Sign.TIMES, random.nextInt(2, 7));
    };
  }

  long result() {
    return switch (sign) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> (long) left * right;
    };
  }

  /**
   * Asks in the first of the languages that it knows.
   *
   * @param languages BCP 47 tags, the reader's own first
   */
  String question(Iterable<String> languages) {
    String sum = left + " " + sign.symbol + " " + right;
    for (String language : languages) {
      String question = QUESTIONS.get(Locale.forLanguageTag(language).getLanguage());
      if (question != null) {
        return question.formatted(sum);
      }
    }
    return PLAIN.formatted(sum);
  }
}
