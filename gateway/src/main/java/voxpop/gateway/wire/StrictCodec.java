package voxpop.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Netty's server codec speaks it, with a {@link StrictDecoder}: that codec is final and
 * takes no other. A request that comes while none is in work is shown to the {@link ShortWay}
 * first: order and back pressure of all others stay the framework's.
 */
final class StrictCodec extends CombinedChannelDuplexHandler<StrictDecoder, HttpResponseEncoder> {
  // A reader who takes nothing more doesn't hold a connection that is to be closed.
  private static final long LONGEST_FLUSH_SECONDS = 5;

  private final Queue<HttpMethod> asked = new ArrayDeque<>();
  private final ShortWay way;
  private final StrictDecoder decoder;

  /** Requests handed on whose answer isn't over. */
  private int open;

  /** Nothing overtakes the answer after which the connection ends, and nothing follows it. */
  private boolean last;

  /** Something was answered on the short way and not flushed yet. */
  private boolean written;

  StrictCodec(HttpDecoderConfig config, ShortWay way) {
    this.way = way;
    decoder = new Decoder(config);
    init(decoder, new Encoder());
  }

  boolean awaitsHead() {
    return decoder.awaitsHead();
  }

  /** Not before what was answered on the short way has left. */
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

  private final class Decoder extends StrictDecoder {
    Decoder(HttpDecoderConfig config) {
      super(config);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
        throws Exception {
      if (open == 0 && !last && isBetweenRequests() && way.answered(context, in)) {
        written = true;
        return;
      }
      int known = out.size();
      super.decode(context, in, out);
      for (int i = known; i < out.size(); i++) {
        if (out.get(i) instanceof HttpRequest request) {
          asked.add(request.method());
          open++;
          last |= !HttpUtil.isKeepAlive(request);
        }
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
      if (written) {
        written = false;
        context.flush();
      }
      super.channelReadComplete(context);
    }
  }

  private final class Encoder extends HttpResponseEncoder {
    private boolean interim;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
        throws Exception {
      if (message instanceof HttpResponse response) {
        interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        last |=
            response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)
                || (!interim && !HttpUtil.isKeepAlive(response));
      }
      if (message instanceof LastHttpContent && !interim) {
        open--;
      }
      super.write(context, message, promise);
    }

    /** The answer to a HEAD has a length and no body. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
      if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
        return super.isContentAlwaysEmpty(response);
      }
      @Nullable HttpMethod method = asked.poll();
      return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(response);
    }
  }
}
