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
import org.jspecify.annotations.Nullable;

/**
 * Netty's decoder, which refuses bare line feeds, odd chunks and contradicting lengths, and on top
 * of it what a proxy before us might read otherwise than we do: a length beside chunks (RFC 9112,
 * 6.3), folded lines (RFC 9112, 5.2), and a request line with other separators than spaces.
 */
class StrictDecoder extends HttpRequestDecoder {
  private static final byte VERTICAL_TAB = 0x0b;
  private static final byte FORM_FEED = 0x0c;

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

  /** What comes next is the beginning of a request. */
  boolean isBetweenRequests() {
    return inHead && !lineSeen && !lineBegun && !refused;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    if (refused) {
      in.skipBytes(in.readableBytes());
      return;
    }
    String why = inHead ? unclear(in) : null;
    if (why != null) {
      HttpMessage bad = createInvalidMessage();
      bad.setDecoderResult(DecoderResult.failure(new Unclear(why)));
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

  /** Looks at the first line, and at the beginning of each other one up to the empty one. */
  private @Nullable String unclear(ByteBuf in) {
    int end = in.writerIndex();
    int at = in.readerIndex() + lookedAt;
    while (at < end) {
      if (!lineBegun) {
        byte first = in.getByte(at);
        lineEmpty = first == HttpConstants.CR || first == HttpConstants.LF;
        if (!lineEmpty && first <= HttpConstants.SP) {
          return lineSeen ? "A header line is folded." : "The request line is none.";
        }
        lineBegun = true;
      }
      int lineFeed = in.indexOf(at, end, HttpConstants.LF);
      int lineEnd = lineFeed < 0 ? end : lineFeed;
      if (!lineSeen && !lineEmpty && separated(in, at, lineEnd)) {
        return "The request line has other separators than spaces.";
      }
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
    return null;
  }

  /** By what Netty takes for a space as well (RFC 9112, 3 allows it to); a CR may only end it. */
  private static boolean separated(ByteBuf in, int from, int to) {
    int carriageReturn = in.indexOf(from, to, HttpConstants.CR);
    return in.indexOf(from, to, HttpConstants.HT) >= 0
        || in.indexOf(from, to, VERTICAL_TAB) >= 0
        || in.indexOf(from, to, FORM_FEED) >= 0
        || (carriageReturn >= 0 && carriageReturn < to - 1);
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new Unclear("Both a length and chunks.");
  }
}
