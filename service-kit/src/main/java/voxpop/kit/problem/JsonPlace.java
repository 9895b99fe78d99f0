package voxpop.kit.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the field that stands at a place of a JSON text. What reads the JSON says of a value that
 * is of the wrong type only in which line and column it stands, and counts bytes.
 */
final class JsonPlace {
  private static final Pattern PLACE = Pattern.compile("line: (\\d{1,9}), column: (\\d{1,9})");
  private static final JsonFactory JSON = new JsonFactory();

  private JsonPlace() {}

  /** The field as callers name it, {@code topics[2]}; none if the text itself is the mistake. */
  static Optional<String> named(String message, byte[] json) {
    Matcher place = PLACE.matcher(message);
    return place.find()
        ? at(json, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)))
        : Optional.empty();
  }

  private static Optional<String> at(byte[] json, int line, int column) {
    String pointer = "";
    try (JsonParser parser = JSON.createParser(json)) {
      while (parser.nextToken() != null && !isBehind(parser.currentTokenLocation(), line, column)) {
        pointer = parser.getParsingContext().pathAsPointer().toString();
      }
    } catch (IOException broken) {
      // as far as it can be read
    }
    String field = pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.');
    return field.length() < 2 ? Optional.empty() : Optional.of(field.substring(1));
  }

  /** A value of the wrong type is noticed behind its first character. */
  private static boolean isBehind(JsonLocation token, int line, int column) {
    return token.getLineNr() > line || (token.getLineNr() == line && token.getColumnNr() >= column);
  }
}
