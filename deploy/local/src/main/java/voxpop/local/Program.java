package voxpop.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four programs that Voxpop consists of. */
enum Program {
  ARTICLE_SERVICE("voxpop.article.Application", "512m"),
  COMMENT_SERVICE("voxpop.comment.Application", "256m"),
  TRANSLATION_SERVICE("voxpop.translation.Application", "256m"),
  GATEWAY("voxpop.gateway.Application", "384m");

  private static final String VERSION = "1.0.0-SNAPSHOT";

  private final String main;
  private final String heap;

  Program(String main, String heap) {
    this.main = main;
    this.heap = heap;
  }

  /** As it calls itself, and as its module is called. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isService() {
    return this != GATEWAY;
  }

  /** Its schema, and the user who sees nothing else. */
  String schema() {
    return "voxpop_" + id().replace("-service", "");
  }

  /**
   * @param options further ones of the JVM, separated by blanks
   */
  List<String> command(Path checkout, String options) {
    Path target = checkout.resolve(id()).resolve("target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    Arrays.stream(options.split("\\s+")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.add("-cp");
    command.add(target.resolve(id() + "-" + VERSION + ".jar") + ":" + target.resolve("lib") + "/*");
    command.add(main);
    return command;
  }
}
