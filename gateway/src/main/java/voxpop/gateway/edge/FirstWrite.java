package voxpop.gateway.edge;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Gives the browser its reader cookie with the answer to its first write, if that was not refused.
 */
@ServerFilter("/**")
class FirstWrite implements Ordered {
  private final ReaderCookie readers;

  FirstWrite(ReaderCookie readers) {
    this.readers = readers;
  }

  @ResponseFilter
  void give(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() < 400) {
      readers.made(request).ifPresent(cookie -> Cookies.set(response, cookie));
    }
  }

  // Outside of the filter that asks the services, whose answers would pass by otherwise.
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.before();
  }
}
