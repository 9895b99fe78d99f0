package voxpop.gateway.wire;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a head must be like, beyond what Netty asks of it. */
final class Heads {
  private Heads() {}

  /**
   * What is wrong with it, if anything.
   *
   * @param allowed bytes of a body
   * @param framed by itself, as HTTP/1.1 is; HTTP/2 has frames for that
   */
  static @Nullable Refusal wrong(HttpRequest request, long allowed, boolean framed) {
    if (request.decoderResult().isFailure()) {
      return Refusal.of(request.decoderResult().cause());
    }
    HttpHeaders headers = request.headers();
    if (framed && (!hostIsClear(request, headers) || !lengthIsClear(request, headers))) {
      return Refusal.UNCLEAR;
    }
    String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
    return length != null && tooLarge(length, allowed) ? Refusal.TOO_LARGE : null;
  }

  /** RFC 9112, 3.2: exactly one. */
  private static boolean hostIsClear(HttpRequest request, HttpHeaders headers) {
    String host = headers.get(HttpHeaderNames.HOST);
    if (host == null) {
      return !request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }
    return headers.getAll(HttpHeaderNames.HOST).size() == 1
        && !request.method().equals(HttpMethod.CONNECT);
  }

  /** RFC 9112, 6.1: chunks, and nothing that another program may take for them or not. */
  private static boolean lengthIsClear(HttpRequest request, HttpHeaders headers) {
    if (!headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      return true;
    }
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    return codings.size() == 1
        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst())
        && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && !headers.contains(HttpHeaderNames.CONTENT_LENGTH);
  }

  private static boolean tooLarge(String length, long allowed) {
    try {
      return Long.parseLong(length.strip()) > allowed;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
