package voxpop.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import voxpop.kit.access.RequestId;

/**
 * One connection's short way to the pages that are kept: in front of routes and filters, from
 * memory to the socket. Every other request goes on to them, and so does one that comes while an
 * earlier one waits for its answer there, or while the reader takes no more bytes: order and back
 * pressure stay theirs.
 */
final class ShortWay extends ChannelDuplexHandler {
  // A reader who takes nothing more doesn't hold a connection that is to be closed.
  private static final long LONGEST_FLUSH_SECONDS = 5;

  private final ShortWays ways;
  private int waiting;
  private boolean skipping;
  private boolean written;
  private boolean last;

  ShortWay(ShortWays ways) {
    this.ways = ways;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      if (waiting == 0 && !last && answered(context, request)) {
        skipping = true;
        return;
      }
      waiting++;
      // It may be the last one of this connection: nothing overtakes its answer.
      last |= !HttpUtil.isKeepAlive(request);
    } else if (skipping) {
      // The end of a request that had nothing but a head.
      skipping = !(message instanceof LastHttpContent);
      ReferenceCountUtil.release(message);
      return;
    }
    context.fireChannelRead(message);
  }

  private boolean answered(ChannelHandlerContext context, HttpRequest request) {
    if (!context.channel().isWritable() || !ways.open()) {
      return false;
    }
    String key = PlainRead.key(request);
    Served served = key == null ? null : ways.ready(key);
    if (served == null) {
      return false;
    }
    CachedAnswer answer = answer(served.page(), request, served.how().equals(Served.STALE));
    if (answer == null) {
      return false;
    }
    var _ = context.write(answer, context.voidPromise());
    written = true;
    ways.told(served);
    return true;
  }

  private @Nullable CachedAnswer answer(CachedPage page, HttpRequest request, boolean stale) {
    Encoding encoding =
        Encoding.best(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING), page::has);
    SharedBytes bytes = page.shared(encoding);
    if (bytes == null) {
      return null;
    }
    String known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
    boolean unchanged = known != null && Delivery.matches(known, page.tag());
    ByteBuf body =
        unchanged || request.method().equals(HttpMethod.HEAD)
            ? Unpooled.EMPTY_BUFFER
            : bytes.share();
    if (body == null) {
      return null;
    }
    Head.Kind kind = unchanged ? Head.Kind.NOT_MODIFIED : Head.Kind.PAGE;
    return new CachedAnswer(
        page.route,
        unchanged ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
        page.head(new Head.Form(kind, encoding, stale), bytes.length(), ways.security())
            .at(ways.date(), request.headers().get(RequestId.HEADER)),
        body);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (written) {
      written = false;
      context.flush();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean interim = false;
    if (message instanceof HttpResponse response) {
      interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      last |= response.status().code() == 101 || (!interim && !HttpUtil.isKeepAlive(response));
    }
    if (message instanceof LastHttpContent && !interim) {
      waiting--;
    }
    var _ = context.write(message, promise);
  }

  /** Not before what was answered has left. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    last = true;
    if (!context.channel().isActive() || unsent(context) == 0) {
      var _ = context.close(promise);
      return;
    }
    var _ =
        context
            .writeAndFlush(Unpooled.EMPTY_BUFFER)
            .addListener(
                flushed -> {
                  var _ = context.close(promise);
                });
    var _ =
        context
            .executor()
            .schedule(
                () -> {
                  var _ = context.close();
                },
                LONGEST_FLUSH_SECONDS,
                TimeUnit.SECONDS);
  }

  private static long unsent(ChannelHandlerContext context) {
    var waiting = context.channel().unsafe().outboundBuffer();
    return waiting == null ? 0 : waiting.totalPendingWriteBytes();
  }
}
