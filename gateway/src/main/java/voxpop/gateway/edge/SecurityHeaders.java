package voxpop.gateway.edge;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.HashMap;
import java.util.Map;
import voxpop.gateway.page.Assets;

/**
 * What every answer tells browsers not to do. The policy allows our own files and the one script
 * that stands in the page, by its hash: no {@code unsafe-inline}, and no nonces, for a cached page
 * is the same for everybody.
 */
@ServerFilter("/**")
public class SecurityHeaders implements Ordered {
  /** Set where an answer doesn't bring a stricter one. */
  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self' "
              + Assets.SCHEME_HASH
              + "; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src"
              + " 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
              + " 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "strict-origin-when-cross-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "X-Frame-Options",
          "DENY");

  private final Map<String, String> overTls;
  private final boolean tls;
  private final Sites sites;

  SecurityHeaders(
      Sites sites, GatewaySettings settings, @Value("${voxpop.tls.enabled:false}") boolean tls) {
    this.sites = sites;
    this.tls = tls;
    Map<String, String> more = new HashMap<>(ALL);
    more.put("Strict-Transport-Security", "max-age=" + settings.hstsSeconds());
    this.overTls = Map.copyOf(more);
  }

  /**
   * What an answer has now: where readers come by https, whoever ends it, also that they shall go
   * on doing so (RFC 6797). Costs nothing.
   */
  public Map<String, String> now() {
    return tls || sites.knownHttps() ? overTls : ALL;
  }

  @ResponseFilter
  void protect(MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    now()
        .forEach(
            (name, value) -> {
              if (!headers.contains(name)) {
                headers.add(name, value);
              }
            });
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.before();
  }
}
