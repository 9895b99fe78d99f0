package voxpop.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * Answers what can be answered from a request's bytes alone, before anything is made of them. Asked
 * only while no earlier request of the connection is in work.
 */
public interface ShortWay {
  /**
   * Takes one whole request off the bytes and writes its answer, without flushing; or leaves both
   * alone, for whatever reason, so that the request goes on to routes and filters. Runs on the
   * event loop: never waits.
   */
  boolean answered(ChannelHandlerContext context, ByteBuf in);
}
