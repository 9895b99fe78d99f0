package voxpop.gateway.api;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who answers an address below {@code /api}.
 *
 * @param service by its name
 * @param template as metrics and lines of access name it
 */
record Route(String service, String template) {

  private static final Map<String, Route> BY_PREFIX =
      Map.ofEntries(
          to("site", "article-service"),
          to("articles", "article-service"),
          to("topics", "article-service"),
          to("series", "article-service"),
          to("menu", "article-service"),
          to("media", "article-service"),
          to("authors", "article-service"),
          to("sessions", "article-service"),
          to("subscriptions", "article-service"),
          to("imports", "article-service"),
          to("exports", "article-service"),
          to("comments", "comment-service"),
          to("challenges", "comment-service"),
          to("translations", "translation-service"),
          to("glossary", "translation-service"),
          to("memory", "translation-service"),
          to("engines", "translation-service"));

  // What a service might read as another path than this one does.
  private static final Pattern TWISTED =
      Pattern.compile("//|\\\\|/\\.{1,2}(/|$)|%2e|%2f|%5c|%00", Pattern.CASE_INSENSITIVE);

  /** Nobody's, not even our own. */
  static boolean isTwisted(String rawPath) {
    return TWISTED.matcher(rawPath).find();
  }

  static Optional<Route> of(String rawPath) {
    if (!rawPath.startsWith("/api/")) {
      return Optional.empty();
    }
    int end = rawPath.indexOf('/', 5);
    return Optional.ofNullable(
        BY_PREFIX.get(rawPath.substring(5, end < 0 ? rawPath.length() : end)));
  }

  private static Map.Entry<String, Route> to(String prefix, String service) {
    return Map.entry(prefix, new Route(service, "/api/" + prefix + "/**"));
  }
}
