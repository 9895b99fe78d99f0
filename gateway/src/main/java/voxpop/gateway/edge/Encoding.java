package voxpop.gateway.edge;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The forms in which bytes are kept ready, from the smallest, and which of them somebody takes. */
public enum Encoding {
  BROTLI("br", "-br"),
  GZIP("gzip", "-gz"),
  IDENTITY("identity", "");

  private static final Encoding[] ALL = values();

  private final String token;
  private final String ending;

  Encoding(String token, String ending) {
    this.token = token;
    this.ending = ending;
  }

  /** As {@code Content-Encoding} says it. */
  public String token() {
    return token;
  }

  /** What sets the entity tag of this form apart from the others'. */
  String ending() {
    return ending;
  }

  /**
   * The one to send (RFC 9110, 12.5.3): the heaviest of those that are there, of equals the
   * smallest. Plain bytes are for whoever takes nothing else, and for who refuses even these.
   *
   * @param accepted {@code Accept-Encoding}
   */
  public static Encoding best(@Nullable String accepted, Predicate<Encoding> ready) {
    if (accepted == null) {
      return IDENTITY;
    }
    Encoding best = IDENTITY;
    double most = 0;
    for (Encoding encoding : ALL) {
      double weight = encoding.weight(accepted);
      if (weight > most && ready.test(encoding)) {
        best = encoding;
        most = weight;
      }
    }
    return best;
  }

  /** Between 0, not accepted, and 1. */
  private double weight(String accepted) {
    double any = 0;
    for (int from = 0; from < accepted.length(); ) {
      int comma = accepted.indexOf(',', from);
      int end = comma < 0 ? accepted.length() : comma;
      int semicolon = accepted.indexOf(';', from);
      int nameEnd = semicolon < 0 || semicolon > end ? end : semicolon;
      if (named(accepted, from, nameEnd, token)) {
        return quality(accepted, nameEnd, end);
      }
      // Plain bytes are named or a last resort: "*" asks for the best there is.
      if (this != IDENTITY && named(accepted, from, nameEnd, "*")) {
        any = quality(accepted, nameEnd, end);
      }
      from = end + 1;
    }
    return any;
  }

  private static boolean named(String text, int from, int to, String name) {
    int start = from;
    int end = to;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end - start == name.length() && text.regionMatches(true, start, name, 0, name.length());
  }

  /** Of {@code ;q=0.5}; what can't be read is not accepted. */
  private static double quality(String text, int from, int to) {
    int equals = text.indexOf('=', from);
    if (from == to) {
      return 1;
    }
    if (equals < 0 || equals >= to || !named(text, from + 1, equals, "q")) {
      return 0;
    }
    try {
      double quality = Double.parseDouble(text.substring(equals + 1, to));
      return quality >= 0 && quality <= 1 ? quality : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
