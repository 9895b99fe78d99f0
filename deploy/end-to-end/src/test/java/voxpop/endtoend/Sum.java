package voxpop.endtoend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a question as a person does: two numbers and the sign between them. */
final class Sum {
  private static final Pattern SUM = Pattern.compile("(\\d+)\\s*([+−×-])\\s*(\\d+)");

  private Sum() {}

  static int of(String question) {
    Matcher sum = SUM.matcher(question);
    if (!sum.find()) {
      throw new AssertionError("no sum in: " + question);
    }
    int a = Integer.parseInt(sum.group(1));
    int b = Integer.parseInt(sum.group(3));
    return switch (sum.group(2)) {
      case "+" -> a + b;
      case "×" -> a * b;
      default -> a - b;
    };
  }
}
