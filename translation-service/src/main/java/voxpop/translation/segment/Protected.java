package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What in plain text goes into every language as it is: addresses and a program's placeholders. And
 * its numbers.
 */
final class Protected {
  private static final String PLACEHOLDER =
      "\\{\\{[^{}]*\\}\\}|\\$\\{[^{}]*\\}|\\{\\d+\\}|%\\d+\\$[A-Za-z]|(?<![\\p{Nd}\\p{L}])%[sdif](?![\\p{L}])";
  private static final String ADDRESS =
      "(?:https?|ftp)://[^\\s<>\"“”„»«]*[^\\s<>\"“”„»«.,;:!?'’)\\]]"
          + "|(?<![\\p{L}\\p{N}.])www\\.[^\\s<>\"“”„»«]*[^\\s<>\"“”„»«.,;:!?'’)\\]]"
          // RFC 5321, 4.5.3.1.1; without a bound and a beginning, a long word is read from each
          // letter
          + "|(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+@"
          + "[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++";
  private static final Pattern TEXT = Pattern.compile(PLACEHOLDER + "|" + ADDRESS);

  /** 1.234,56 and 1,234.56 are one number, and so are 10 000 and 10,000. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<!\\p{Nd})\\p{Nd}{1,3}(?:["
              + " \u00a0\u202f]\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+(?:[.,:'’\u00a0\u202f]\\p{Nd}+)*");

  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  private Protected() {}

  static List<String> in(String text) {
    return TEXT.matcher(text).results().map(MatchResult::group).toList();
  }

  static String without(String text) {
    return TEXT.matcher(text).replaceAll(" ");
  }

  static String replace(
      String text, Function<String, String> found, Function<String, String> other) {
    StringBuilder out = new StringBuilder();
    int[] at = {0};
    TEXT.matcher(text)
        .results()
        .forEach(
            match -> {
              out.append(other.apply(text.substring(at[0], match.start())))
                  .append(found.apply(match.group()));
              at[0] = match.end();
            });
    return out.append(other.apply(text.substring(at[0]))).toString();
  }

  /** Numbers as digits only, whatever groups or parts them. */
  static List<String> numbers(String text) {
    return digits(NUMBER, without(text));
  }

  /** Every run of digits by itself: a looser reading, in which 10:30 and 10.30 are the same. */
  static List<String> digitRuns(String text) {
    return digits(DIGITS, without(text));
  }

  private static List<String> digits(Pattern pattern, String text) {
    List<String> numbers = new ArrayList<>();
    pattern
        .matcher(text)
        .results()
        .forEach(
            match -> {
              StringBuilder digits = new StringBuilder();
              match
                  .group()
                  .codePoints()
                  .filter(Character::isDigit)
                  .forEach(c -> digits.append(Character.digit(c, 10)));
              numbers.add(digits.toString());
            });
    return numbers;
  }
}
