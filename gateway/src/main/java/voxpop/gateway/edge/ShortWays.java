package voxpop.gateway.edge;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AsciiString;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import voxpop.kit.leaving.Leaving;

/** Gives each connection to the door its {@link ShortWay}, and that what it needs. */
@Singleton
class ShortWays {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String ROUTES = ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND;

  /** A second, and how it is written in an answer (RFC 9110, 5.6.7). */
  private record Second(long number, AsciiString written) {}

  private final PageCache cache;
  private final PageMetrics metrics;
  private final SecurityHeaders security;
  private final Clock clock;
  private final Supplier<Leaving> leaving;
  private final boolean wanted;
  private final int managementPort;
  private volatile Second second = new Second(-1, AsciiString.EMPTY_STRING);

  ShortWays(
      PageCache cache,
      PageMetrics metrics,
      SecurityHeaders security,
      Clock clock,
      Provider<Leaving> leaving,
      GatewaySettings settings,
      @Value("${endpoints.all.port:-1}") int managementPort) {
    this.cache = cache;
    this.metrics = metrics;
    this.security = security;
    this.clock = clock;
    this.managementPort = managementPort;
    // looked up once, not with each request
    this.leaving = SupplierUtil.memoized(leaving::get);
    this.wanted = settings.shortWay();
  }

  /** With HTTP/2 there is no handler before which to be, and no short way. */
  void lay(Channel connection) {
    ChannelPipeline pipeline = connection.pipeline();
    if (isDoor(connection) && pipeline.get(ROUTES) != null) {
      pipeline.addBefore(ROUTES, "voxpop-short-way", new ShortWay(this));
    }
  }

  private boolean isDoor(Channel channel) {
    return !(channel.localAddress() instanceof InetSocketAddress address)
        || address.getPort() != managementPort;
  }

  /** A program that leaves says so in its answers; the ordinary way knows how. */
  boolean open() {
    return wanted && !leaving.get().now();
  }

  @Nullable Served ready(String key) {
    return cache.ready(key);
  }

  Map<String, String> security() {
    return security.now();
  }

  void told(Served served) {
    metrics.servedShort(served);
  }

  AsciiString date() {
    long now = clock.millis() / 1_000;
    Second current = second;
    if (current.number != now) {
      current = new Second(now, new AsciiString(FORM.format(Instant.ofEpochSecond(now))));
      second = current;
    }
    return current.written;
  }
}
