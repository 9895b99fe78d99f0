package voxpop.comment.spam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Solves sums as a program would that only knows what is documented. */
public final class Sums {
  private static final Pattern SUM = Pattern.compile("(\\d+) ([+−×]) (\\d+)");

  private Sums() {}

  public static long answer(String question) {
    Matcher sum = SUM.matcher(question);
    if (!sum.find()) {
      throw new AssertionError("no sum in: " + question);
    }
    long left = Long.parseLong(sum.group(1));
    long right = Long.parseLong(sum.group(3));
    return switch (sum.group(2)) {
      case "+" -> left + right;
      case "−" -> left - right;
      default -> left * right;
    };
  }
}
