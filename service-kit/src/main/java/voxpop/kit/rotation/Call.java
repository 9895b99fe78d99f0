package voxpop.kit.rotation;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A call under way.
 *
 * @param awaited whether an answer is due soon; a long poll of a feed may take its time
 * @param repeatable whether it may be made again elsewhere, whatever became of it here
 */
record Call(boolean awaited, boolean repeatable, long begunAt, Sinks.Empty<Void> given) {
  static final String LONG_POLL = "/changes";

  static Call of(HttpRequest<?> request, long now) {
    boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    boolean awaited = !request.getPath().equals(LONG_POLL);
    return new Call(awaited, reads, now, Sinks.empty());
  }

  /** Its caller hears that its instance hangs. */
  void giveUp() {
    given.tryEmitError(new Hanging());
  }

  /** Nothing, until the call is given up: then an error. */
  <T> Mono<T> givenUp() {
    return given.asMono().then(Mono.never());
  }

  // Two calls are never the same one.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
