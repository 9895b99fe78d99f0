package voxpop.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four programs that Voxpop consists of. */
public enum Program {
  ARTICLE_SERVICE("voxpop.article.Application", "512m"),
  COMMENT_SERVICE("voxpop.comment.Application", "256m"),
  TRANSLATION_SERVICE("voxpop.translation.Application", "256m"),
  GATEWAY("voxpop.gateway.Application", "384m");

  private final String main;
  private final String heap;

  Program(String main, String heap) {
    this.main = main;
    this.heap = heap;
  }

  /** As it calls itself, and as its module is called. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class that starts it. */
  public String main() {
    return main;
  }

  boolean isService() {
    return this != GATEWAY;
  }

  /** Its schema, and the user who sees nothing else. */
  String schema() {
    return "voxpop_" + id().replace("-service", "");
  }

  /**
   * Of the JVM, wherever the program runs; but for the largest heap, which depends on the place.
   */
  public List<String> options() {
    return List.of(
        // what an idle program needs; by default a 64th of the machine's memory is touched at once
        "-Xms32m",
        // what compilers and parsers gave back is given to the system as well
        "-XX:TrimNativeHeapInterval=5000",
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /**
   * @param cache the option that says what to do with the AOT cache, or none
   * @param further ones of the JVM, separated by blanks
   */
  List<String> command(Place place, List<String> cache, String further) {
    List<String> command = new ArrayList<>();
    command.add(place.java().toString());
    command.add("-Xmx" + heap);
    command.addAll(options());
    command.addAll(cache);
    Arrays.stream(further.split("\\s+")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(List.of("-cp", place.classPath(), main));
    return command;
  }
}
