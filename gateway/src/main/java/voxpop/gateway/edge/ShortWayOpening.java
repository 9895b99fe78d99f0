package voxpop.gateway.edge;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Tells the server of the {@link ShortWays} before it opens its ports. */
@Singleton
class ShortWayOpening implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  // Listeners to creations are made before nearly everything else: what these need comes later.
  private final BeanProvider<ShortWays> ways;

  ShortWayOpening(BeanProvider<ShortWays> ways) {
    this.ways = ways;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Connections());
    return event.getBean();
  }

  private final class Connections implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
    }
  }

  private final class Connection implements NettyServerCustomizer {
    private final Channel channel;

    Connection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onStreamPipelineBuilt() {
      ways.get().lay(channel);
    }
  }
}
