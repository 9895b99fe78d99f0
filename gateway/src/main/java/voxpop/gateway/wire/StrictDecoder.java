package voxpop.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Netty's decoder, which refuses bare line feeds, odd chunks and contradicting lengths, and on top
 * of it what a proxy before us might read otherwise than we do: a length beside chunks (RFC 9112,
 * 6.3) and folded lines (RFC 9112, 5.2).
 */
class StrictDecoder extends HttpRequestDecoder {
  /** Whether bytes of a head may come: until its empty line, and again after the body. */
  private boolean inHead = true;

  private boolean lineBegun;
  private boolean lineEmpty;
  private boolean lineSeen;
  private boolean refused;

  /** How many of the bytes that Netty hasn't taken yet were looked at. */
  private int lookedAt;

  StrictDecoder(HttpDecoderConfig config) {
    super(config);
  }

  /** Some of a head has come, and not all of it. */
  boolean awaitsHead() {
    return inHead && (lineSeen || lineBegun) && !refused;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (refused) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (inHead && folded(in)) {
      HttpMessage bad = createInvalidMessage();
      bad.setDecoderResult(DecoderResult.failure(new Unclear("A header line is folded.")));
      out.add(bad);
      refused = true;
      in.skipBytes(in.readableBytes());
      return;
    }
    int before = in.readableBytes();
    int known = out.size();
    super.decode(context, in, out);
    lookedAt = Math.max(0, lookedAt - (before - in.readableBytes()));
    for (int i = known; i < out.size(); i++) {
      Object message = out.get(i);
      if (message instanceof HttpRequest request) {
        inHead = false;
        refused |= request.decoderResult().isFailure();
      }
      if (message instanceof LastHttpContent) {
        inHead = true;
        lineSeen = false;
        lineBegun = false;
        lookedAt = 0;
      }
    }
  }

  /** Looks at the beginning of each line up to the empty one. */
  private boolean folded(ByteBuf in) {
    int end = in.writerIndex();
    int at = in.readerIndex() + lookedAt;
    while (at < end) {
      if (!lineBegun) {
        byte first = in.getByte(at);
        if (lineSeen && (first == HttpConstants.SP || first == HttpConstants.HT)) {
          return true;
        }
        lineEmpty = first == HttpConstants.CR || first == HttpConstants.LF;
        lineBegun = true;
      }
      int lineFeed = in.indexOf(at, end, HttpConstants.LF);
      if (lineFeed < 0) {
        at = end;
        break;
      }
      at = lineFeed + 1;
      lineBegun = false;
      if (lineEmpty && lineSeen) {
        // what follows is a body, or the next request; nothing is looked at before Netty says so
        inHead = false;
        break;
      }
      lineSeen |= !lineEmpty;
    }
    lookedAt = at - in.readerIndex();
    return false;
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new Unclear("Both a length and chunks.");
  }
}
