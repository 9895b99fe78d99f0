package voxpop.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import voxpop.kit.access.Routed;

/** An answer of the short way: its fields are the page's own and can't be changed any more. */
final class CachedAnswer extends DefaultFullHttpResponse implements Routed {
  private final String route;

  CachedAnswer(String route, HttpResponseStatus status, HttpHeaders fields, ByteBuf body) {
    super(HttpVersion.HTTP_1_1, status, body, fields, EmptyHttpHeaders.INSTANCE);
    this.route = route;
  }

  @Override
  public String route() {
    return route;
  }

  // The body is shared by many answers: what they are is who they are.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
