package voxpop.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Netty's server codec speaks it, with a {@link StrictDecoder}: that codec is final and
 * takes no other.
 */
final class StrictCodec extends CombinedChannelDuplexHandler<StrictDecoder, HttpResponseEncoder> {
  private final Queue<HttpMethod> asked = new ArrayDeque<>();
  private final StrictDecoder decoder;

  StrictCodec(HttpDecoderConfig config) {
    decoder = new Decoder(config);
    init(decoder, new Encoder());
  }

  boolean awaitsHead() {
    return decoder.awaitsHead();
  }

  private final class Decoder extends StrictDecoder {
    Decoder(HttpDecoderConfig config) {
      super(config);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
        throws Exception {
      int known = out.size();
      super.decode(context, in, out);
      for (int i = known; i < out.size(); i++) {
        if (out.get(i) instanceof HttpRequest request) {
          asked.add(request.method());
        }
      }
    }
  }

  /** The answer to a HEAD has a length and no body. */
  private final class Encoder extends HttpResponseEncoder {
    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
      if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
        return super.isContentAlwaysEmpty(response);
      }
      @Nullable HttpMethod method = asked.poll();
      return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(response);
    }
  }
}
