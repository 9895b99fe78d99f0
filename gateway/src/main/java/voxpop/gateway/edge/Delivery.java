package voxpop.gateway.edge;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Unavailable;

/**
 * Brings a page to who asked: from the cache, in an encoding that the browser takes, or as 304.
 * Browsers ask each time whether their copy is current; what somebody just wrote they see at once.
 */
@Singleton
public class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final PageCache cache;
  private final PageMetrics metrics;
  private final Visitors visitors;

  Delivery(PageCache cache, PageMetrics metrics, Visitors visitors) {
    this.cache = cache;
    this.metrics = metrics;
    this.visitors = visitors;
  }

  /**
   * The page of a key, the same bytes for everybody; who is signed in gets it made anew, and gives
   * nothing to the cache.
   */
  public HttpResponse<?> shared(HttpRequest<?> request, String key, Supplier<Rendered> render) {
    if (isSignedIn(request)) {
      try {
        return own(render.get());
      } catch (Unavailable e) {
        LOG.debug("{} can't be made for one reader alone, the kept one is served", key, e);
      }
    }
    return kept(request, key, render);
  }

  /** Whether this browser's session is one, as far as can be told now. */
  public boolean isSignedIn(HttpRequest<?> request) {
    try {
      return visitors.of(request).author().isPresent();
    } catch (Unavailable | Refused e) {
      return false;
    }
  }

  private static HttpResponse<?> own(Rendered rendered) {
    return rendered.keepable()
        ? personal(rendered.status(), rendered.body())
            .header(HttpHeaders.CONTENT_TYPE, rendered.contentType())
        : redirect(rendered);
  }

  /** As {@link #shared}, whoever asks. */
  public HttpResponse<?> kept(HttpRequest<?> request, String key, Supplier<Rendered> render) {
    String route = BasicHttpAttributes.getUriTemplate(request).orElse("UNKNOWN");
    while (true) {
      Served served = cache.get(key, route, render);
      HttpResponse<?> answer = answer(request, served);
      // Let go between the two: asked for anew.
      if (answer != null) {
        metrics.served(served);
        return answer;
      }
    }
  }

  private static @Nullable HttpResponse<?> answer(HttpRequest<?> request, Served served) {
    CachedPage page = served.page();
    if (!page.rendered.keepable()) {
      return redirect(page.rendered);
    }
    HttpHeaders asked = request.getHeaders();
    Encoding encoding = Encoding.best(asked.get(HttpHeaders.ACCEPT_ENCODING), page::has);
    if (matches(asked.get(HttpHeaders.IF_NONE_MATCH), page.tag())) {
      return with(
          HttpResponse.notModified(),
          Head.fields(page, Head.Kind.NOT_MODIFIED, encoding, served.how()));
    }
    byte[] bytes = page.bytes(encoding);
    if (bytes == null) {
      return null;
    }
    // HEAD tells the length of what it doesn't bring.
    MutableHttpResponse<?> response =
        request.getMethod() == HttpMethod.HEAD
            ? HttpResponse.ok().contentLength(bytes.length)
            : HttpResponse.ok(bytes);
    return with(response, Head.fields(page, Head.Kind.PAGE, encoding, served.how()));
  }

  private static HttpResponse<?> with(MutableHttpResponse<?> response, Map<String, String> fields) {
    fields.forEach(response::header);
    return response;
  }

  /** A page for one reader alone: past the cache and never into it, here or on the way. */
  public static MutableHttpResponse<byte[]> personal(int status, byte[] html) {
    return HttpResponse.<byte[]>status(HttpStatus.valueOf(status))
        .body(html)
        .header(HttpHeaders.CONTENT_TYPE, Rendered.HTML)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  private static HttpResponse<?> redirect(Rendered moved) {
    if (moved.location() == null) {
      throw new IllegalStateException("neither a page nor a redirect");
    }
    return HttpResponse.redirect(moved.location())
        .status(moved.status())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  /** Weak comparison (RFC 9110, 8.8.3.2), whatever the encoding of the copy. */
  static boolean matches(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String one : ifNoneMatch.split(",", -1)) {
      String shown = one.strip();
      if (shown.equals("*") || ours(shown.startsWith("W/") ? shown.substring(2) : shown, tag)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ours(String shown, String tag) {
    if (!shown.startsWith(tag, 1)) {
      return false;
    }
    for (Encoding encoding : Encoding.values()) {
      if (shown.equals('"' + tag + encoding.ending() + '"')) {
        return true;
      }
    }
    return false;
  }
}
