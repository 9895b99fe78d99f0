package voxpop.kit.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request is known by in every program and log: made at the door, passed on with each call,
 * told in the answer. It is the trace id of W3C Trace Context as well: 32 small hexadecimal digits.
 */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";

  /** W3C Trace Context, level 1. */
  public static final String TRACE_PARENT = "traceparent";

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private RequestId() {}

  /** A new one: random, and no secret. */
  public static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    // Zero is the one value that the standard forbids.
    return hex(random.nextLong() | 1) + hex(random.nextLong());
  }

  /** The one that came, if it has the right form, or a new one. */
  public static String of(@Nullable String incoming) {
    return incoming != null && FORM.matcher(incoming).matches() ? incoming : next();
  }

  /** The id of a request that this program answers. */
  public static Optional<String> of(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HEADER));
  }

  /** Tells another program of the house which request a call belongs to. */
  public static void pass(String id, MutableHttpHeaders onward) {
    onward.set(HEADER, id);
    if (!onward.contains(TRACE_PARENT)) {
      long span = ThreadLocalRandom.current().nextLong() | 1;
      // not sampled: where spans are collected, their own filter sets this header
      onward.add(TRACE_PARENT, "00-" + id + "-" + hex(span) + "-00");
    }
  }

  private static String hex(long bits) {
    return HexFormat.of().toHexDigits(bits);
  }
}
