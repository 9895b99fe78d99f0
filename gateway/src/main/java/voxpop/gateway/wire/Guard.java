package voxpop.gateway.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import voxpop.kit.access.RequestId;

/**
 * Lets only requests pass that are clear, small and quick enough, and ends the connection of every
 * other with an answer that says why. One for each connection, and for each stream of HTTP/2.
 */
final class Guard extends ChannelDuplexHandler {
  static final String NAME = "voxpop-guard";

  /**
   * What is still on its way when we have answered is taken and thrown away for so long: ending at
   * once would destroy the answer on the way (RFC 9112, 9.6).
   */
  private static final Duration LINGERS = Duration.ofSeconds(1);

  private final WireSettings settings;
  private final BodySizes sizes;
  private final @Nullable StrictCodec codec;

  /** Requests let through whose answer isn't over. */
  private int open;

  private boolean answering;
  private boolean inBody;
  private boolean reading;
  private long allowed;
  private long received;
  private long receivedBefore;
  private @Nullable String id;
  private @Nullable Refusal waiting;
  private boolean refused;

  /** After this request the connection ends: who asked said so, and whoever relays may forget. */
  private boolean last;

  /** All of the last request is in: nothing that comes after it is looked at. */
  private boolean ended;

  private @Nullable Future<?> headTimer;
  private @Nullable Future<?> bodyTimer;

  /**
   * @param codec null on a stream of HTTP/2, where a head comes whole
   */
  Guard(WireSettings settings, BodySizes sizes, @Nullable StrictCodec codec) {
    this.settings = settings;
    this.sizes = sizes;
    this.codec = codec;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (refused || ended) {
      ReferenceCountUtil.release(message);
      return;
    }
    Refusal why = null;
    if (message instanceof HttpRequest request) {
      why = begin(request);
    }
    if (why == null && message instanceof HttpContent content) {
      why = count(content);
    }
    if (why == null) {
      if (message instanceof HttpRequest) {
        open++;
      }
      ended = last && message instanceof LastHttpContent;
      super.channelRead(context, message);
    } else {
      ReferenceCountUtil.release(message);
      refuse(context, why, message instanceof HttpRequest);
    }
  }

  private @Nullable Refusal begin(HttpRequest request) {
    headTimer = stopped(headTimer);
    id = request.headers().get(RequestId.HEADER);
    received = 0;
    receivedBefore = 0;
    inBody = true;
    allowed = sizes.of(request.uri());
    last = codec != null && !HttpUtil.isKeepAlive(request);
    return Heads.wrong(request, allowed, codec != null);
  }

  private @Nullable Refusal count(HttpContent content) {
    if (content.decoderResult().isFailure()) {
      return Refusal.of(content.decoderResult().cause());
    }
    received += content.content().readableBytes();
    if (content instanceof LastHttpContent) {
      inBody = false;
      bodyTimer = stopped(bodyTimer);
    }
    return received > allowed ? Refusal.TOO_LARGE : null;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws Exception {
    reading = false;
    if (!refused) {
      if (headTimer == null && codec != null && codec.awaitsHead()) {
        headTimer = later(context, settings.headWithin(), () -> headIsLate(context));
      }
      if (bodyTimer == null && inBody) {
        bodyTimer = later(context, settings.bodyWithin(), () -> bodyIsLate(context));
      }
    }
    super.channelReadComplete(context);
  }

  @Override
  public void read(ChannelHandlerContext context) throws Exception {
    reading = true;
    super.read(context);
  }

  private void headIsLate(ChannelHandlerContext context) {
    headTimer = null;
    if (open > 0) {
      // While we are busy with the one before, we may be the late ones.
      headTimer = later(context, settings.headWithin(), () -> headIsLate(context));
    } else if (codec != null && codec.awaitsHead()) {
      refuse(context, Refusal.TOO_SLOW, true);
    }
  }

  private void bodyIsLate(ChannelHandlerContext context) {
    bodyTimer = null;
    if (!inBody) {
      return;
    }
    long least = settings.bodyRate() * Math.max(1, settings.bodyWithin().toSeconds());
    // Nobody is to blame for what we don't read.
    if (reading && received - receivedBefore < least) {
      refuse(context, Refusal.TOO_SLOW, false);
      return;
    }
    receivedBefore = received;
    bodyTimer = later(context, settings.bodyWithin(), () -> bodyIsLate(context));
  }

  /**
   * @param whole nothing of this request was let through
   */
  private void refuse(ChannelHandlerContext context, Refusal why, boolean whole) {
    refused = true;
    headTimer = stopped(headTimer);
    bodyTimer = stopped(bodyTimer);
    int before = whole ? open : open - 1;
    if (!whole && (answering || before > 0)) {
      // its answer has begun, or one before it has: nothing clear can be said any more
      context.close();
    } else if (before > 0) {
      waiting = why;
    } else {
      open = 0;
      say(context, why);
    }
  }

  private void say(ChannelHandlerContext context, Refusal why) {
    waiting = null;
    answering = false;
    context
        .writeAndFlush(why.answer(id))
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE)
        .addListener(said -> noMore(context));
    context.channel().config().setAutoRead(true);
    later(context, LINGERS, context::close);
  }

  /** Our side of a plain connection is closed at once, so that nobody waits for more. */
  private static void noMore(ChannelHandlerContext context) {
    if (context.channel() instanceof DuplexChannel channel
        && context.pipeline().get(SslHandler.class) == null) {
      channel.shutdownOutput();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (refused && open == 0) {
      // what the framework would have said to a request that was cut off
      ReferenceCountUtil.release(message);
      promise.trySuccess();
      return;
    }
    if (message instanceof HttpResponse response
        && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      answering = true;
      if (last && open == 1) {
        HttpUtil.setKeepAlive(response, false);
      }
    }
    boolean over = message instanceof LastHttpContent && answering;
    boolean ends = over && last && open == 1;
    ChannelPromise written = ends ? promise.unvoid() : promise;
    if (ends) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
    super.write(context, message, written);
    if (over) {
      answering = false;
      open--;
      Refusal next = waiting;
      if (open == 0 && next != null) {
        say(context, next);
      }
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
    if (refused && open == 0) {
      // The framework ends the connection after an answer of its own; ours is still on its way.
      promise.trySuccess();
    } else {
      super.close(context, promise);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    headTimer = stopped(headTimer);
    bodyTimer = stopped(bodyTimer);
  }

  private static Future<?> later(ChannelHandlerContext context, Duration time, Runnable what) {
    return context.executor().schedule(what, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static @Nullable Future<?> stopped(@Nullable Future<?> timer) {
    if (timer != null) {
      timer.cancel(false);
    }
    return null;
  }
}
