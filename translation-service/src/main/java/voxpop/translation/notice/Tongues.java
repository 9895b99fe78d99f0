package voxpop.translation.notice;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the house itself speaks. */
final class Tongues {
  static final List<String> ALL = List.of("de", "en", "es", "fr");

  private Tongues() {}

  /** The one that a browser wants most, as the studio chooses it; null if it is none of them. */
  static @Nullable String accepted(HttpRequest<?> request) {
    String header = request.getHeaders().get("Accept-Language");
    if (header == null) return null;
    try {
      return Locale.lookupTag(Locale.LanguageRange.parse(header), ALL);
    } catch (IllegalArgumentException noList) {
      return null;
    }
  }

  /** The first of these wishes that the house speaks; English, which most can read, else. */
  static String first(@Nullable String... wishes) {
    for (String wish : wishes) {
      if (wish != null && ALL.contains(wish)) return wish;
    }
    return "en";
  }
}
