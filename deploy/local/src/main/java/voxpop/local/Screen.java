package voxpop.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Everything that is said to whoever started this: own lines as they are, those of the parts with
 * their name before.
 */
final class Screen {
  private static final int WIDTH = 20;
  // bright enough on black, dark enough on white
  private static final List<Integer> COLOURS = List.of(36, 33, 35, 32, 34, 31);

  private final PrintStream out;
  private final boolean coloured;
  private int next;

  Screen(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  /** On a terminal in colour, unless told otherwise (no-color.org). */
  static Screen ofThisProcess(Map<String, String> environment) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return new Screen(System.out, terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  /** What is put before each line of a part; every part has another colour. */
  synchronized String prefix(String part) {
    String name = part + " ".repeat(Math.max(0, WIDTH - part.length())) + "| ";
    int colour = COLOURS.get(next++ % COLOURS.size());
    return coloured ? "\u001b[" + colour + "m" + name + "\u001b[0m" : name;
  }
}
