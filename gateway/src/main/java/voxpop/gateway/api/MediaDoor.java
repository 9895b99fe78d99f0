package voxpop.gateway.api;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import voxpop.gateway.client.Visitor;

/**
 * Pictures, streamed from article-service. A variant never changes: browsers keep it, and run
 * nothing in it.
 */
@Filter("/media/**")
class MediaDoor implements HttpServerFilter {
  private static final Pattern VARIANT =
      Pattern.compile("/media/[0-9a-fA-F-]{36}/[0-9]{1,5}\\.(jpg|jpeg|png|webp|gif|avif)");

  private final Relay relay;

  MediaDoor(Relay relay) {
    this.relay = relay;
  }

  @Override
  public Publisher<MutableHttpResponse<?>> doFilter(
      HttpRequest<?> request, ServerFilterChain chain) {
    boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    if (!reads || !VARIANT.matcher(request.getUri().getRawPath()).matches()) {
      return chain.proceed(request);
    }
    BasicHttpAttributes.setUriTemplate(request, "/media/{id}/{width}.{ext}");
    return relay
        .to("article-service", request, Visitor.NOBODY)
        .doOnNext(
            answer -> {
              answer.getHeaders().set("Content-Security-Policy", "default-src 'none'; sandbox");
              answer.getHeaders().set("Cross-Origin-Resource-Policy", "cross-origin");
              if (answer.code() == 200 || answer.code() == 206 || answer.code() == 304) {
                answer
                    .getHeaders()
                    .set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
              }
            });
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.LAST.order();
  }
}
