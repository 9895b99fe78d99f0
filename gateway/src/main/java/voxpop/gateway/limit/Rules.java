package voxpop.gateway.limit;

import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;

/** Which policies count a request. */
final class Rules {
  private static final Pattern RECOMMENDATION =
      Pattern.compile("/api/articles/[^/]+/recommendation|/[^/]+/[^/]+/recommendation");
  private static final Pattern FORM = Pattern.compile("/[^/]+/[^/]+/comments");

  private Rules() {}

  /**
   * For the door to take before anything else is done; empty for pages, media, signing in (failures
   * only are counted, by article-service), and for comments by form, which take their own where
   * nothing that was typed gets lost.
   */
  static List<Policy> of(HttpMethod method, String path) {
    boolean api = path.equals("/api") || path.startsWith("/api/");
    if (method == HttpMethod.OPTIONS) {
      return List.of();
    }
    if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
      return api ? List.of(Policy.READS) : List.of();
    }
    if (method == HttpMethod.POST
        && (path.equals("/api/sessions") || path.equals("/studio/sign-in"))) {
      return List.of();
    }
    if (path.equals("/api/comments")) {
      return List.of(Policy.COMMENTS);
    }
    if (RECOMMENDATION.matcher(path).matches()) {
      return List.of(Policy.RECOMMENDATIONS, Policy.RECOMMENDATIONS_PER_NETWORK);
    }
    boolean form = !api && !path.startsWith("/studio/") && FORM.matcher(path).matches();
    return form ? List.of() : List.of(Policy.WRITES);
  }
}
