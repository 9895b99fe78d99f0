package voxpop.kit.rotation;

import io.micronaut.discovery.ServiceInstance;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One instance of a program, as its callers see it: by whether it takes connections and gives
 * answers, which shows seconds before Consul knows.
 */
final class Instance {
  /** An instance that has answered nobody for so long, while it was asked, hangs. */
  static final Duration SILENT = Duration.ofMillis(1_300);

  /** A caller that gave up sooner than this says nothing about the instance. */
  private static final Duration TELLING = Duration.ofMillis(500);

  /** So long it gets no calls; then one, to try. */
  static final Duration ASIDE = Duration.ofSeconds(5);

  private final ServiceInstance place;
  private final LongSupplier nanos;
  private final Set<Call> calls = new HashSet<>();
  private int owed;
  private boolean silent;
  private boolean waitedFor;
  private long silentSince;
  private boolean onTrial;
  private long asideUntil;

  Instance(ServiceInstance place) {
    this(place, System::nanoTime);
  }

  Instance(ServiceInstance place, LongSupplier nanos) {
    this.place = place;
    this.nanos = nanos;
    this.asideUntil = nanos.getAsLong();
  }

  ServiceInstance place() {
    return place;
  }

  boolean isAt(URI address) {
    return place.getPort() == address.getPort() && place.getHost().equals(address.getHost());
  }

  synchronized void begin(Call call) {
    calls.add(call);
    if (call.awaited()) {
      owed++;
      if (!silent) {
        silent = true;
        silentSince = call.begunAt();
      }
    }
  }

  /** Whatever it said: it lives. */
  synchronized void answered(Call call) {
    end(call);
    onTrial = false;
    waitedFor = false;
    silent = owed > 0;
    silentSince = nanos.getAsLong();
  }

  /** The caller doesn't wait any more, or the connection broke. */
  synchronized void unanswered(Call call) {
    if (!end(call) || !call.awaited()) {
      return;
    }
    if (nanos.getAsLong() - call.begunAt() >= TELLING.toNanos()) {
      waitedFor = true;
    } else if (owed == 0 && !waitedFor) {
      silent = false;
    }
  }

  /** It took no connection. */
  synchronized void refused(Call call) {
    end(call);
    setAside();
  }

  private boolean end(Call call) {
    boolean known = calls.remove(call);
    if (known && call.awaited()) {
      owed--;
    }
    return known;
  }

  /** Whether a call may go there now. */
  synchronized boolean usable() {
    return !(onTrial && (owed > 0 || nanos.getAsLong() - asideUntil < 0));
  }

  /**
   * If it hangs, it is set aside.
   *
   * @return the calls that wait for it, to be made elsewhere where that does no harm
   */
  synchronized List<Call> giveUpIfSilent() {
    boolean hangs =
        silent && (owed > 0 || waitedFor) && nanos.getAsLong() - silentSince >= SILENT.toNanos();
    if (!hangs) {
      return List.of();
    }
    setAside();
    return List.copyOf(calls);
  }

  private void setAside() {
    onTrial = true;
    asideUntil = nanos.getAsLong() + ASIDE.toNanos();
    silent = owed > 0;
    silentSince = nanos.getAsLong();
    waitedFor = false;
  }
}
