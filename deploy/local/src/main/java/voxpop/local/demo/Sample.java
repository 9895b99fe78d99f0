package voxpop.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One article among the resources.
 *
 * @param name of its file, with the language at the end
 * @param head what stands above the text, {@code key: value} a line
 * @param body Markdown; {@code {{picture}}} is where the picture goes
 */
record Sample(String name, Map<String, String> head, String body) {

  /**
   * @param reply to the comment before that is none
   */
  record Remark(String name, String email, String language, String body, boolean reply) {}

  /**
   * A translation made by hand: sentences of the source, with what they are in the other language.
   */
  record Translation(String language, String slug, Map<String, String> sentences) {

    /** Of a segment, which may hold several sentences; nothing if one of them isn't known. */
    Optional<String> of(String source) {
      for (Map.Entry<String, String> sentence : sentences.entrySet()) {
        if (source.equals(sentence.getKey())) {
          return Optional.of(sentence.getValue());
        }
        if (source.startsWith(sentence.getKey() + " ")) {
          return of(source.substring(sentence.getKey().length() + 1))
              .map(rest -> sentence.getValue() + " " + rest);
        }
      }
      return Optional.empty();
    }
  }

  static List<Sample> all() {
    return resource("articles").orElseThrow().lines().map(Sample::of).toList();
  }

  /** What readers are told of the house. */
  static List<Sample> pages() {
    return resource("pages").orElseThrow().lines().map(Sample::of).toList();
  }

  /** Names of topics and series, and the lines of the menu. */
  static Translation houseTranslation(String language) {
    return translation(language, resource("house.to-" + language).orElseThrow());
  }

  static Sample of(String name) {
    String text = resource(name + ".md").orElseThrow();
    int end = text.indexOf("\n\n");
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : text.substring(0, end).split("\n")) {
      head.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
    }
    return new Sample(name, head, text.substring(end + 2));
  }

  String language() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  String get(String key) {
    return head.getOrDefault(key, "");
  }

  List<String> topics() {
    return get("topics").isEmpty() ? List.of() : List.of(get("topics").split(", "));
  }

  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    for (String block : resource(name + ".comments").orElse("").split("\n\n")) {
      boolean reply = block.startsWith("> ");
      String[] lines = (reply ? block.replaceAll("(?m)^> ", "") : block).strip().split("\n", 2);
      String[] who = lines[0].split(" \\| ");
      if (lines.length == 2) {
        remarks.add(new Remark(who[0], who[1], who[2], lines[1], reply));
      }
    }
    return remarks;
  }

  Optional<Translation> translation(String language) {
    return resource(name + ".to-" + language).map(text -> translation(language, text));
  }

  private static Translation translation(String language, String text) {
    String[] blocks = text.strip().split("\n\n");
    Map<String, String> sentences = new LinkedHashMap<>();
    for (int i = 1; i < blocks.length; i++) {
      String[] pair = blocks[i].split("\n", 2);
      sentences.put(pair[0].strip(), pair[1].strip());
    }
    return new Translation(language, blocks[0].replace("slug:", "").strip(), sentences);
  }

  static Optional<String> resource(String name) {
    try (InputStream in = Sample.class.getResourceAsStream("/demo/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
