package voxpop.gateway.client;

import io.micronaut.http.HttpMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service's own addresses, for whoever brings the record of the answer; rules as of the typed
 * calls.
 */
public final class Calls {

  private final Downstream service;

  Calls(Downstream service) {
    this.service = service;
  }

  /** Empty for 404. */
  public <T> Optional<Tagged<T>> get(String path, Visitor visitor, Class<T> type) {
    return service.find(path, visitor, type);
  }

  public <T> Tagged<T> send(
      HttpMethod method,
      String path,
      Visitor visitor,
      @Nullable Object body,
      @Nullable String ifMatch,
      Class<T> type) {
    return service.send(method, path, visitor, body, ifMatch, type);
  }

  public void send(HttpMethod method, String path, Visitor visitor, @Nullable Object body) {
    service.send(method, path, visitor, body);
  }
}
