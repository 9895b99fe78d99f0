package voxpop.gateway.edge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One render for all who ask for the same page at the same time. */
final class Flights {
  /** A render under way, and the number of changes heard before it began. */
  record Flight(long noted, CompletableFuture<CachedPage> result) {}

  private final ConcurrentHashMap<String, Flight> under = new ConcurrentHashMap<>();

  /**
   * The page of a render that began at or after {@code noted}: one's own, or one under way that
   * isn't older.
   *
   * @throws RuntimeException what the render threw, to all who waited for it
   */
  CachedPage join(String key, long noted, Supplier<CachedPage> render) {
    while (true) {
      var mine = new Flight(noted, new CompletableFuture<>());
      Flight other = under.putIfAbsent(key, mine);
      if (other == null) {
        return fly(key, mine, render);
      }
      CachedPage page = await(other);
      // Older than what this one has heard of: it may not show it yet.
      if (other.noted >= noted) {
        return page;
      }
    }
  }

  private CachedPage fly(String key, Flight mine, Supplier<CachedPage> render) {
    try {
      CachedPage page = render.get();
      under.remove(key, mine);
      mine.result.complete(page);
      return page;
    } catch (RuntimeException | Error e) {
      under.remove(key, mine);
      mine.result.completeExceptionally(e);
      throw e;
    }
  }

  private static CachedPage await(Flight flight) {
    try {
      return flight.result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
