package voxpop.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings a page to who asked: from the cache, in an encoding that the browser takes, or as 304.
 * Browsers ask each time whether their copy is current; what somebody just wrote they see at once.
 */
@Singleton
public class Delivery {
  private final PageCache cache;

  private final MeterRegistry metrics;

  Delivery(PageCache cache, MeterRegistry metrics) {
    this.cache = cache;
    this.metrics = metrics;
  }

  /** The page of a key, the same bytes for everybody. */
  public HttpResponse<?> shared(HttpRequest<?> request, String key, Supplier<Rendered> render) {
    Served served = cache.get(key, render);
    CachedPage page = served.page();
    metrics.counter("voxpop.pages", "cache", served.how()).increment();
    if (!page.rendered.keepable()) {
      return redirect(page.rendered);
    }
    String tag = page.tag();
    if (matches(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag)) {
      return common(HttpResponse.notModified(), served, '"' + tag + '"');
    }
    String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
    byte[] brotli = page.brotli();
    byte[] gzip = page.gzip();
    if (brotli != null && accepts(accepted, "br")) {
      return body(request, served, brotli, "-br").header(HttpHeaders.CONTENT_ENCODING, "br");
    }
    if (gzip != null && accepts(accepted, "gzip")) {
      return body(request, served, gzip, "-gz").header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return body(request, served, page.body(), "");
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

  private static MutableHttpResponse<?> body(
      HttpRequest<?> request, Served served, byte[] bytes, String ending) {
    // HEAD tells the length of what it doesn't bring.
    MutableHttpResponse<?> response =
        request.getMethod() == HttpMethod.HEAD
            ? HttpResponse.ok().contentLength(bytes.length)
            : HttpResponse.ok(bytes);
    return common(response, served, '"' + served.page().tag() + ending + '"')
        .header(HttpHeaders.CONTENT_TYPE, served.page().rendered.contentType());
  }

  private static MutableHttpResponse<?> common(
      MutableHttpResponse<?> response, Served served, String etag) {
    return response
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header("Cache-Status", "voxpop; " + served.how());
  }

  /** Weak comparison (RFC 9110, 8.8.3.2), whatever the encoding of the copy. */
  static boolean matches(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    return Arrays.stream(ifNoneMatch.split(",", -1))
        .map(String::strip)
        .map(shown -> shown.startsWith("W/") ? shown.substring(2) : shown)
        .anyMatch(
            shown ->
                shown.equals("*")
                    || shown.equals('"' + tag + '"')
                    || shown.equals('"' + tag + "-br\"")
                    || shown.equals('"' + tag + "-gz\""));
  }

  /** Whether an encoding is among those accepted (RFC 9110, 12.5.3), and not with {@code q=0}. */
  static boolean accepts(@Nullable String accepted, String encoding) {
    if (accepted == null) {
      return false;
    }
    for (String one : accepted.split(",", -1)) {
      String[] parts = one.split(";", 2);
      if (parts[0].strip().equalsIgnoreCase(encoding)) {
        return parts.length == 1 || !parts[1].replace(" ", "").matches("(?i)q=0(\\.0*)?");
      }
    }
    return false;
  }
}
