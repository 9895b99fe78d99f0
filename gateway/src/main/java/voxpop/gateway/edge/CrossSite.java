package voxpop.gateway.edge;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Site;
import voxpop.kit.problem.Problem;

/**
 * Refuses writes that another site's page makes with a visitor's cookies: by {@code
 * Sec-Fetch-Site}, where absent by {@code Origin}, else {@code Referer}. A request with none of the
 * three comes from no browser's page. A token that a program sends itself, and no cookie, can't be
 * borrowed by a page.
 */
@ServerFilter("/**")
class CrossSite implements Ordered {
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Sites sites;
  private final GatewaySettings settings;

  CrossSite(Sites sites, GatewaySettings settings) {
    this.sites = sites;
    this.settings = settings;
  }

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    if (!READS.contains(request.getMethod()) && !allowed(request)) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "cross-site",
          "Written from another site",
          "Pages of another site may not write here.");
    }
  }

  private boolean allowed(HttpRequest<?> request) {
    var headers = request.getHeaders();
    if (Visitors.bearer(request) != null && !headers.contains(HttpHeaders.COOKIE)) {
      return true;
    }
    String site = headers.get("Sec-Fetch-Site");
    String origin = headers.get(HttpHeaders.ORIGIN);
    if (site != null) {
      return site.equals("same-origin")
          || site.equals("none")
          || (origin != null && settings.origins().contains(origin));
    }
    if (origin != null) {
      return ours(origin, request);
    }
    String referer = headers.get(HttpHeaders.REFERER);
    return referer == null || origin(referer).filter(o -> ours(o, request)).isPresent();
  }

  private boolean ours(String origin, HttpRequest<?> request) {
    return settings.origins().contains(origin)
        || sites
            .known()
            .map(Site::address)
            .flatMap(CrossSite::origin)
            .filter(origin::equals)
            .isPresent()
        || local(origin, request.getHeaders().get(HttpHeaders.HOST));
  }

  /**
   * On one's own machine the site answers under its local names as well, whatever its address is.
   */
  private static boolean local(String origin, @Nullable String host) {
    if (host == null || !origin.equals("http://" + host)) {
      return false;
    }
    int colon = host.lastIndexOf(':');
    return LOCAL.contains(colon < 0 || host.endsWith("]") ? host : host.substring(0, colon));
  }

  /**
   * Scheme, host and port of an address, in the form that browsers send; empty for what is none.
   */
  private static Optional<String> origin(String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getScheme() == null || uri.getHost() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : 80;
      String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.after();
  }
}
