package voxpop.translation.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a text is refused: a code with what it is about, for programs that say it in their reader's
 * language.
 *
 * @param parameters {@code part} (of the text), {@code term} and {@code translation} (of the
 *     glossary), or {@code message} where there is no code of its own
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Reason(String code, Map<String, String> parameters) {
  public static final String PART_MISSING = "part-missing";
  public static final String PART_ADDED = "part-added";
  public static final String PART_TOO_OFTEN = "part-too-often";
  public static final String NO_TEXT = "no-text";
  public static final String ENGINE_MARK = "engine-mark";
  public static final String MARKUP_ADDED = "markup-added";
  public static final String TAGS_LOST = "tags-lost";
  public static final String NO_ENGINE = "no-engine";
  private static final String TERM = "term-";
  private static final String OTHER = "other";

  /** In characters: to know a tag or an address by; the text itself is not repeated. */
  private static final int LONGEST = 200;

  public static Reason of(String code) {
    return new Reason(code, Map.of());
  }

  static Reason of(String code, String part) {
    return new Reason(code, Map.of("part", brief(part)));
  }

  /** A term of the glossary that is not kept to. */
  public static Reason term(String rule, String term, String translation) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("term", brief(term));
    parameters.put("translation", brief(translation));
    return new Reason(TERM + rule, parameters);
  }

  /** What has no code: what an engine said, for one. */
  public static Reason other(String message) {
    return new Reason(OTHER, Map.of("message", brief(message)));
  }

  /** The same in English. */
  public String message() {
    String part = about("part");
    return switch (code) {
      case PART_MISSING -> "“" + part + "” of the source is missing.";
      case PART_ADDED -> "“" + part + "” is not in the source.";
      case PART_TOO_OFTEN -> "“" + part + "” is not in the source that often.";
      case NO_TEXT -> "There is no text.";
      case ENGINE_MARK -> "A word carries the engine's mark for unknown words.";
      case MARKUP_ADDED -> "There is markup that the source doesn't have.";
      case TAGS_LOST -> "The engine lost, doubled or crossed a tag or a placeholder.";
      case NO_ENGINE -> "No engine translates this pair any more.";
      case TERM + "translate" ->
          "“%s” is to be “%s”.".formatted(about("term"), about("translation"));
      case TERM + "keep" -> "“%s” is to stay as it is.".formatted(about("term"));
      case TERM + "forbidden" ->
          "“%s” must not be used for “%s”.".formatted(about("translation"), about("term"));
      default -> about("message");
    };
  }

  /** All of them in English. */
  public static String say(Collection<Reason> reasons) {
    return reasons.stream().map(Reason::message).collect(Collectors.joining(" "));
  }

  private String about(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static String brief(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
