package voxpop.kit.access;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Stands next to the wire: gives each request its id, and writes its line and counts it when the
 * last byte of its answer is on the way. Answers come in the order of their requests (RFC 9112,
 * 9.3.2).
 */
final class AccessHandler extends ChannelDuplexHandler {
  static final String NAME = "voxpop-access";

  /** An answer of the framework says here which route it belongs to; nobody outside sees it. */
  static final String ROUTE = "Voxpop-Route";

  /** Where no route was found, whatever the address. */
  static final String NO_ROUTE = "none";

  /** As nginx has it: who asked was gone before the answer was sent. */
  private static final int GONE = 499;

  private final AccessLog log;
  private final RequestFigures figures;
  private final boolean door;
  private final Deque<Asked> asked = new ArrayDeque<>(2);
  private int status;
  private String route = NO_ROUTE;
  private long bytes;

  /** A request whose answer isn't sent yet. */
  private record Asked(String method, String id, long at) {}

  /**
   * @param door what comes from outside says nothing about ids and traces
   */
  AccessHandler(AccessLog log, RequestFigures figures, boolean door) {
    this.log = log;
    this.figures = figures;
    this.door = door;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof HttpRequest request) {
      HttpHeaders headers = request.headers();
      String id = door ? RequestId.next() : RequestId.of(headers.get(RequestId.HEADER));
      if (door) {
        headers.remove(RequestId.TRACE_PARENT).remove("tracestate").remove("baggage");
      }
      headers.set(RequestId.HEADER, id);
      asked.add(new Asked(request.method().name(), id, System.nanoTime()));
    }
    super.channelRead(context, message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse response
        && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      begin(response);
    }
    if (message instanceof HttpContent content) {
      bytes += content.content().readableBytes();
    }
    boolean last = message instanceof LastHttpContent;
    super.write(context, message, promise);
    if (last && status != 0) {
      finish(status);
    }
  }

  private void begin(HttpResponse response) {
    status = response.status().code();
    bytes = 0;
    HttpHeaders headers = response.headers();
    String told = headers.get(ROUTE);
    route = told == null ? NO_ROUTE : told;
    headers.remove(ROUTE);
    Asked request = asked.peek();
    if (request != null) {
      headers.set(RequestId.HEADER, request.id());
    }
  }

  private void finish(int answered) {
    Asked request = asked.poll();
    if (request != null) {
      long nanos = System.nanoTime() - request.at();
      log.line(request.method(), route, answered, bytes, nanos, request.id());
      figures.count(request.method(), route, answered, nanos);
    }
    status = 0;
    bytes = 0;
    route = NO_ROUTE;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    while (!asked.isEmpty()) {
      finish(GONE);
    }
    super.channelInactive(context);
  }
}
