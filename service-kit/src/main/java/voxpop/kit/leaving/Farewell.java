package voxpop.kit.leaving;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;

/**
 * Ends a kept-alive connection politely while the program leaves: with the next answer, which says
 * {@code Connection: close} (RFC 9112, 9.6), so that no request is sent into a closing one.
 */
final class Farewell extends ChannelOutboundHandlerAdapter {
  private final Leaving leaving;
  private boolean said;

  Farewell(Leaving leaving) {
    this.leaving = leaving;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse answer
        && leaving.now()
        // an answer that many share says it with the next one of its connection
        && !(answer.headers() instanceof ReadOnlyHttpHeaders)
        && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      said = true;
    }
    boolean last = said && message instanceof LastHttpContent;
    context.write(
        message, last ? promise.unvoid().addListener(ChannelFutureListener.CLOSE) : promise);
  }
}
