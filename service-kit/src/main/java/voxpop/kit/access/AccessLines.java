package voxpop.kit.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts an {@link AccessHandler} behind the codec of every connection, and of every stream of
 * HTTP/2; not on the management port, where probes come every second.
 */
@Singleton
class AccessLines implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final List<String> CODECS =
      List.of(
          ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
          ChannelPipelineCustomizer.HANDLER_HTTP_DECODER);

  private final AccessLog log;
  private final Supplier<RequestFigures> figures;
  private final boolean door;
  private final int managementPort;

  AccessLines(
      AccessLog log,
      Provider<RequestFigures> figures,
      @Value("${voxpop.internal.door:true}") boolean innerDoor,
      @Value("${endpoints.all.port:-1}") int managementPort) {
    this.log = log;
    // listeners to creations are made before the registry of figures
    this.figures = SupplierUtil.memoized(figures::get);
    this.door = !innerDoor;
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
    public void onStreamPipelineBuilt() {
      if (channel == null || management(channel)) {
        return;
      }
      ChannelPipeline pipeline = channel.pipeline();
      CODECS.stream()
          .filter(name -> pipeline.get(name) != null)
          .findFirst()
          .ifPresent(
              codec ->
                  pipeline.addAfter(
                      codec, AccessHandler.NAME, new AccessHandler(log, figures.get(), door)));
    }

    private boolean management(Channel channel) {
      Channel connection =
          channel.parent() != null && channel.localAddress() == null ? channel.parent() : channel;
      return connection.localAddress() instanceof InetSocketAddress local
          && local.getPort() == managementPort;
    }
  }
}
