package voxpop.gateway.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the failures of a connection of HTTP/2 end up: Netty tells the other side why and closes
 * it. Whoever breaks the rules again and again shall not fill our log.
 */
final class Broken extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Broken.class);

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("A connection of HTTP/2 is ended", cause);
  }
}
