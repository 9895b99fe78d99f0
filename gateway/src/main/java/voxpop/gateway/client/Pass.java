package voxpop.gateway.client;

import io.micronaut.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import voxpop.kit.caller.HouseHeaders;

/** Leave to make one call. It ends once, with what became of the call; more is not heard. */
public final class Pass {
  private final Guard guard;
  private final boolean upload;
  private final AtomicBoolean ended = new AtomicBoolean();

  Pass(Guard guard, boolean upload) {
    this.guard = guard;
    this.upload = upload;
  }

  /** The answer's head is here. A 4xx is an answer, a refusal because of load is no failure. */
  public void answered(HttpResponse<?> answer) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    if (answer.code() < 500) {
      guard.answered(upload);
    } else if (isBusy(answer)) {
      guard.abandoned(upload, "shed");
    } else {
      guard.failed(upload, new IllegalStateException("answered " + answer.code()));
    }
  }

  public void failed(Throwable failure) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    if (failure instanceof Unavailable unavailable && unavailable.isBusy()) {
      guard.abandoned(upload, "shed");
    } else {
      guard.failed(upload, failure);
    }
  }

  /** Whoever wanted to know doesn't any more. */
  public void abandoned() {
    if (ended.compareAndSet(false, true)) {
      guard.abandoned(upload, "abandoned");
    }
  }

  /** For the metrics: the call is made once more. */
  public void retried() {
    guard.retried();
  }

  /** Whether a service refused because it is asked too much. */
  static boolean isBusy(HttpResponse<?> answer) {
    return answer.header(HouseHeaders.BUSY) != null;
  }
}
