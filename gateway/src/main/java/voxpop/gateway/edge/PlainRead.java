package voxpop.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that a kept page can answer, whoever sent it, from one that needs a closer look.
 * In doubt it needs one.
 */
final class PlainRead {
  // Each of them may change the answer, or what has to be done besides answering.
  private static final AsciiString[] NOT_PLAIN = {
    HttpHeaderNames.AUTHORIZATION,
    HttpHeaderNames.TRANSFER_ENCODING,
    HttpHeaderNames.EXPECT,
    HttpHeaderNames.UPGRADE,
    HttpHeaderNames.ORIGIN,
    AsciiString.cached("traceparent"),
  };

  // Among them are the names of the cookies that make a page one reader's own.
  private static final String[] OWN = {Sessions.COOKIE, FreshCookie.NAME};

  private PlainRead() {}

  /** The key of the page that would answer, were it kept; null when it takes more than that. */
  static @Nullable String key(HttpRequest request) {
    boolean read =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return read
            && request.decoderResult().isSuccess()
            && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
            && !(request instanceof LastHttpContent)
            && plain(request.headers())
        ? key(request.uri())
        : null;
  }

  private static boolean plain(HttpHeaders headers) {
    for (AsciiString name : NOT_PLAIN) {
      if (headers.contains(name)) {
        return false;
      }
    }
    String connection = headers.get(HttpHeaderNames.CONNECTION);
    return (connection == null || HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection))
        && isEmpty(headers)
        && once(headers)
        && everybodys(headers);
  }

  /** Some programs say of a read that it has no body. */
  private static boolean isEmpty(HttpHeaders headers) {
    Iterator<String> lengths = headers.valueStringIterator(HttpHeaderNames.CONTENT_LENGTH);
    return !lengths.hasNext() || (lengths.next().equals("0") && !lengths.hasNext());
  }

  private static boolean once(HttpHeaders headers) {
    Iterator<? extends CharSequence> hosts =
        headers.valueCharSequenceIterator(HttpHeaderNames.HOST);
    if (!hosts.hasNext()) {
      return false;
    }
    hosts.next();
    return !hosts.hasNext();
  }

  private static boolean everybodys(HttpHeaders headers) {
    Iterator<String> cookies = headers.valueStringIterator(HttpHeaderNames.COOKIE);
    while (cookies.hasNext()) {
      String line = cookies.next();
      for (String name : OWN) {
        if (line.contains(name)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Pages are kept by their path. What follows a question mark changes none but {@code after}, the
   * place in a list; links are shared with all sorts of marks behind them.
   */
  private static @Nullable String key(String uri) {
    int query = uri.indexOf('?');
    if (query >= 0 && (uri.indexOf("after", query) >= 0 || uri.indexOf('%', query) >= 0)) {
      return null;
    }
    String path = query < 0 ? uri : uri.substring(0, query);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean usual =
          (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || (c >= 'A' && c <= 'Z')
              || c == '/'
              || c == '-'
              || c == '_'
              || c == '.';
      if (!usual) {
        return null;
      }
    }
    return path;
  }
}
