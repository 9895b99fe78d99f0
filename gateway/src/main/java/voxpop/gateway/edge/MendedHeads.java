package voxpop.gateway.edge;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.HouseHeaders;

/**
 * Mends a request's head before anybody reads it. The framework forgets all of a request whose
 * address it can't parse, and could tell neither programs nor people what is wrong; and it unpacks
 * a packed body, or fails to, before anybody could refuse it.
 */
@Singleton
public class MendedHeads implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  /** Where the {@code Content-Encoding} of a request is found, for whoever refuses it. */
  public static final String CODING = HouseHeaders.PREFIX + "Content-Encoding";

  private static final String NAME = "voxpop-target";
  private static final List<String> CODECS =
      List.of(
          ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
          ChannelPipelineCustomizer.HANDLER_HTTP_DECODER);

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new OfChannel(null));
    return event.getBean();
  }

  private record OfChannel(@Nullable Channel channel) implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return new OfChannel(channel);
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel == null) {
        return;
      }
      ChannelPipeline pipeline = channel.pipeline();
      CODECS.stream()
          .filter(name -> pipeline.get(name) != null)
          .findFirst()
          .ifPresent(codec -> pipeline.addAfter(codec, NAME, Mending.ONLY));
    }
  }

  @Sharable
  private static final class Mending extends ChannelInboundHandlerAdapter {
    static final Mending ONLY = new Mending();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request) {
        String target = request.uri();
        String mended = Target.mended(target);
        if (!mended.equals(target)) {
          request.setUri(mended);
        }
        String coding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        if (coding != null) {
          request.headers().remove(HttpHeaderNames.CONTENT_ENCODING).set(CODING, coding);
        }
      }
      context.fireChannelRead(message);
    }
  }
}
