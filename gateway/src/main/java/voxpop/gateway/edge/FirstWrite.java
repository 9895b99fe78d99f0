package voxpop.gateway.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Gives the browser its reader cookie with the answer to its first write, if that was not refused.
 */
@ServerFilter("/**")
class FirstWrite {
  private final ReaderCookie readers;

  FirstWrite(ReaderCookie readers) {
    this.readers = readers;
  }

  @ResponseFilter
  void give(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() < 400) {
      readers.made(request).ifPresent(response::cookie);
    }
  }
}
