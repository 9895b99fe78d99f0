package voxpop.gateway.wire;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Why a request goes no further, told as RFC 9457 has it; the connection ends with it. */
enum Refusal {
  UNCLEAR(400, "invalid", "The request has a mistake", "This is not a clear HTTP request."),
  TOO_SLOW(408, "too-slow", "Too slow", "The request did not come in time."),
  TOO_LARGE(413, "too-large", "Too large", "Send less at once."),
  URL_TOO_LONG(414, "url-too-long", "The address is too long", "Use a shorter address."),
  HEADERS_TOO_LARGE(
      431, "headers-too-large", "Too many headers", "Send fewer or shorter header fields.");

  private final HttpResponseStatus status;
  private final String json;

  Refusal(int status, String type, String title, String detail) {
    this.status = HttpResponseStatus.valueOf(status);
    this.json =
        "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\""
            .formatted(type, title, status, detail);
  }

  /** What Netty could not read, and why. */
  static Refusal of(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException e -> URL_TOO_LONG;
      case TooLongHttpHeaderException e -> HEADERS_TOO_LARGE;
      default -> UNCLEAR;
    };
  }

  FullHttpResponse answer(@Nullable String requestId) {
    String told = requestId == null ? "" : ",\"requestId\":\"" + requestId + "\"";
    byte[] body = (json + told + "}").getBytes(StandardCharsets.UTF_8);
    FullHttpResponse answer =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set("X-Content-Type-Options", "nosniff")
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return answer;
  }
}
