package voxpop.gateway.api;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who answers an address below {@code /api}.
 *
 * @param service by its name
 * @param largest body in bytes that it takes
 */
record Route(String service, long largest) {
  private static final long TEXT = 2_000_000;
  private static final long FILES = 24_000_000;

  private static final Map<String, Route> BY_PREFIX =
      Map.ofEntries(
          to("site", "article-service", TEXT),
          to("articles", "article-service", TEXT),
          to("topics", "article-service", TEXT),
          to("media", "article-service", FILES),
          to("authors", "article-service", TEXT),
          to("sessions", "article-service", TEXT),
          to("subscriptions", "article-service", TEXT),
          to("imports", "article-service", FILES),
          to("exports", "article-service", TEXT),
          to("comments", "comment-service", TEXT),
          to("challenges", "comment-service", TEXT),
          to("translations", "translation-service", TEXT),
          to("glossary", "translation-service", FILES),
          to("memory", "translation-service", FILES),
          to("engines", "translation-service", TEXT));

  // Nothing that a service might read as another path than this one does.
  private static final Pattern TWISTED =
      Pattern.compile("//|\\\\|/\\.{1,2}(/|$)|%2e|%2f|%5c|%00", Pattern.CASE_INSENSITIVE);

  static Optional<Route> of(String rawPath) {
    if (!rawPath.startsWith("/api/") || TWISTED.matcher(rawPath).find()) {
      return Optional.empty();
    }
    int end = rawPath.indexOf('/', 5);
    return Optional.ofNullable(
        BY_PREFIX.get(rawPath.substring(5, end < 0 ? rawPath.length() : end)));
  }

  private static Map.Entry<String, Route> to(String prefix, String service, long largest) {
    return Map.entry(prefix, new Route(service, largest));
  }
}
