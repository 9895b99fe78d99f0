package voxpop.gateway.wire;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.handler.codec.http.HttpDecoderConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the strict codec and the guard into every connection from outside. */
@Singleton
class Doorway implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final String CODEC = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
  private static final String STREAM = ChannelPipelineCustomizer.HANDLER_HTTP_DECODER;

  /** Puts its own handler beside the codec; ours comes after it, so that it tells of refusals. */
  private static final String ACCESS = "voxpop-access";

  /**
   * What is read at once: no less than the head of a browser's request, so that it comes in one
   * piece, whatever the lengths of those before it; no more than Netty's own limit.
   */
  private static final RecvByteBufAllocator READS =
      new AdaptiveRecvByteBufAllocator(2_048, 2_048, 65_536);

  private final WireSettings settings;
  private final BodySizes sizes;

  // Listeners to creations are made before nearly everything else: what it needs comes later.
  private final Supplier<ShortWay> way;

  private final int managementPort;

  Doorway(
      WireSettings settings,
      BodySizes sizes,
      Provider<ShortWay> way,
      @Value("${endpoints.all.port:-1}") int managementPort) {
    this.settings = settings;
    this.sizes = sizes;
    this.way = SupplierUtil.memoized(way::get);
    this.managementPort = managementPort;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new OfChannel(null));
    return event.getBean();
  }

  private final class OfChannel implements NettyServerCustomizer {
    private final @Nullable Channel channel;

    OfChannel(@Nullable Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return new OfChannel(channel);
    }

    @Override
    public void onInitialPipelineBuilt() {
      if (channel != null
          && channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP2_CONNECTION) != null) {
        channel.pipeline().addLast(new Broken());
      }
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel == null
          || (channel.localAddress() instanceof InetSocketAddress local
              && local.getPort() == managementPort)) {
        return;
      }
      ChannelPipeline pipeline = channel.pipeline();
      if (pipeline.get(CODEC) != null) {
        StrictCodec codec =
            new StrictCodec(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(settings.urlBytes())
                    .setMaxHeaderSize(settings.headerBytes()),
                way.get());
        pipeline.replace(CODEC, CODEC, codec);
        channel.config().setRecvByteBufAllocator(READS);
        add(pipeline, CODEC, new Guard(settings, sizes, codec));
      } else if (pipeline.get(STREAM) != null) {
        add(pipeline, STREAM, new Guard(settings, sizes, null));
      }
    }

    private static void add(ChannelPipeline pipeline, String codec, Guard guard) {
      pipeline.addAfter(pipeline.get(ACCESS) == null ? codec : ACCESS, Guard.NAME, guard);
    }
  }
}
