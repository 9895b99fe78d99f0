package voxpop.gateway.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.Site;

/** The {@code Link} header (RFC 8288) of a page: where it is in which language. */
final class Links {
  private Links() {}

  /** Null for a page that isn't told to search engines itself. */
  static @Nullable String of(Site site, String language, List<Alternate> alternates) {
    if (!told(language, alternates)) {
      return null;
    }
    return alternates.stream()
        .map(
            alternate ->
                "<%s>; rel=\"alternate\"; hreflang=\"%s\""
                    .formatted(FeedItem.absolute(site, alternate.path()), alternate.language()))
        .collect(Collectors.joining(", "));
  }

  /** Whether search engines may list a page: article-service names it among the others then. */
  static boolean told(String language, List<Alternate> alternates) {
    return alternates.stream().anyMatch(a -> a.language().equals(language));
  }
}
