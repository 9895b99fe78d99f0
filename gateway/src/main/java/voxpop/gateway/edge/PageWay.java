package voxpop.gateway.edge;

import io.micronaut.core.util.SupplierUtil;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.wire.ShortWay;
import voxpop.kit.access.AccessLog;
import voxpop.kit.access.RequestFigures;
import voxpop.kit.access.RequestId;
import voxpop.kit.leaving.Leaving;

/**
 * The short way to the pages that are kept: in front of codec, filters and routes, from memory to
 * the socket. It counts and tells of its requests as everybody does. HTTP/2 has no such way.
 */
@Singleton
class PageWay implements ShortWay {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A second, and how it is written in an answer (RFC 9110, 5.6.7). */
  private record Second(long number, byte[] written) {}

  private final PageCache cache;
  private final PageMetrics metrics;
  private final SecurityHeaders security;
  private final AccessLog log;
  private final RequestFigures figures;
  private final Clock clock;
  private final Supplier<Leaving> leaving;
  private final boolean wanted;
  private volatile Second second = new Second(-1, new byte[0]);

  PageWay(
      PageCache cache,
      PageMetrics metrics,
      SecurityHeaders security,
      AccessLog log,
      RequestFigures figures,
      Clock clock,
      Provider<Leaving> leaving,
      GatewaySettings settings) {
    this.cache = cache;
    this.metrics = metrics;
    this.security = security;
    this.log = log;
    this.figures = figures;
    this.clock = clock;
    // looked up once, not with each request
    this.leaving = SupplierUtil.memoized(leaving::get);
    this.wanted = settings.shortWay();
  }

  @Override
  public boolean answered(ChannelHandlerContext context, ByteBuf in) {
    // A reader who takes no more bytes waits on the ordinary way; a program that leaves says so
    // there.
    if (!wanted || !context.channel().isWritable() || leaving.get().now()) {
      return false;
    }
    long began = System.nanoTime();
    PlainRead read = PlainRead.of(in);
    if (read == null) {
      return false;
    }
    Served served = cache.ready(read.key());
    if (served == null || !answer(context, read, served, began)) {
      return false;
    }
    in.skipBytes(read.length());
    return true;
  }

  private boolean answer(ChannelHandlerContext context, PlainRead read, Served served, long began) {
    CachedPage page = served.page();
    Encoding encoding = Encoding.best(read.accepted(), page::has);
    SharedBytes bytes = page.shared(encoding);
    if (bytes == null) {
      return false;
    }
    boolean unchanged = read.known() != null && Delivery.matches(read.known(), page.tag());
    @Nullable ByteBuf body =
        unchanged || read.withoutBody() ? Unpooled.EMPTY_BUFFER : bytes.share();
    if (body == null) {
      return false;
    }
    Head.Kind kind = unchanged ? Head.Kind.NOT_MODIFIED : Head.Kind.PAGE;
    String id = RequestId.next();
    long sent = body.readableBytes();
    var _ =
        context.write(
            page.head(
                    new Head.Form(kind, encoding, served.how().equals(Served.STALE)),
                    bytes.length(),
                    security)
                .at(context.alloc(), date(), id),
            context.voidPromise());
    if (sent > 0) {
      var _ = context.write(body, context.voidPromise());
    }
    metrics.servedShort(served);
    long nanos = System.nanoTime() - began;
    log.line(read.method(), page.route, kind.status(), sent, nanos, id);
    figures.count(read.method(), page.route, kind.status(), nanos);
    return true;
  }

  private byte[] date() {
    long now = clock.millis() / 1_000;
    Second current = second;
    if (current.number != now) {
      String written = FORM.format(Instant.ofEpochSecond(now));
      current = new Second(now, written.getBytes(StandardCharsets.US_ASCII));
      second = current;
    }
    return current.written;
  }
}
