package voxpop.kit.leaving;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Farewell} into each connection, next to the codec: whoever answers passes it. */
@Singleton
class Farewells implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final Provider<Leaving> leaving;

  Farewells(Provider<Leaving> leaving) {
    this.leaving = leaving;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Each(null));
    return event.getBean();
  }

  private final class Each implements NettyServerCustomizer {
    private final @Nullable Channel connection;

    Each(@Nullable Channel connection) {
      this.connection = connection;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return new Each(role == ChannelRole.CONNECTION ? channel : null);
    }

    @Override
    public void onStreamPipelineBuilt() {
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      // HTTP/2 says farewell by a frame of its own
      if (connection != null && connection.pipeline().get(codec) != null) {
        connection.pipeline().addAfter(codec, "farewell", new Farewell(leaving.get()));
      }
    }
  }
}
