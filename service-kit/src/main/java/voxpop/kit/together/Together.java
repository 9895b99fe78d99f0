package voxpop.kit.together;

import io.micronaut.core.propagation.PropagatedContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does at once what is asked for at the same time (group commit: DeWitt et al., Implementation
 * Techniques for Main Memory Database Systems, SIGMOD 1984). What comes while one batch is being
 * done is the next batch; nobody is waited for, so who comes alone isn't slower.
 *
 * <p>Nobody suffers for another: what a batch leaves out, and all of a batch that fails, is done
 * each by itself.
 *
 * @param <Q> what is asked for
 * @param <A> what is answered
 */
public final class Together<Q, A> implements AutoCloseable {
  /** Does several at once; by the time it returns all that it answers is durable. */
  public interface AtOnce<Q, A> {
    /**
     * The answers, in the order of the questions; an empty one is for a question that is to be done
     * by itself.
     *
     * @throws Undecided if they may be done and may not: then nobody tries again
     * @throws RuntimeException if nothing was done
     */
    List<Optional<A>> answers(List<Q> questions);
  }

  /** As long as a batch may take that the database hangs over; then the program ends without it. */
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Together.class);

  private final String name;
  private final int most;
  private final AtOnce<Q, A> atOnce;
  private final Function<Q, A> alone;
  private final LinkedBlockingQueue<Asked<Q, A>> waiting = new LinkedBlockingQueue<>();
  private @Nullable Thread worker;
  private boolean closed;

  /** The end of the queue has neither a question nor somebody who waits. */
  private record Asked<Q, A>(
      @Nullable Q question, CompletableFuture<A> answer, PropagatedContext context) {}

  /**
   * @param name of the thread that does it, which starts with the first question: one of the
   *     system's own, for which an answer of the database is one wake-up and not three
   * @param most questions in one batch
   * @param alone does one that no batch did; on a thread of its own, where it may wait
   */
  public Together(String name, int most, AtOnce<Q, A> atOnce, Function<Q, A> alone) {
    this.name = name;
    this.most = most;
    this.atOnce = atOnce;
    this.alone = alone;
  }

  /** Asks; returns at once. What fails by itself fails the answer with the same exception. */
  public CompletableFuture<A> ask(Q question) {
    var asked =
        new Asked<Q, A>(question, new CompletableFuture<>(), PropagatedContext.getOrEmpty());
    if (!isTaken(asked)) {
      alone(asked);
    }
    return asked.answer();
  }

  private synchronized boolean isTaken(Asked<Q, A> asked) {
    if (closed) {
      return false;
    }
    if (worker == null) {
      worker = Thread.ofPlatform().daemon().name(name).start(this::work);
    }
    return waiting.add(asked);
  }

  private void work() {
    List<Asked<Q, A>> batch = new ArrayList<>(most);
    try {
      do {
        batch.clear();
        batch.add(waiting.take());
        waiting.drainTo(batch, most - 1);
      } while (isDone(batch));
    } catch (InterruptedException e) {
      LOG.warn("{}: interrupted", name);
    }
  }

  /** Whether there is more to come. */
  private boolean isDone(List<Asked<Q, A>> batch) {
    boolean last = batch.getLast().question() == null;
    if (last) {
      batch.removeLast();
    }
    if (!batch.isEmpty()) {
      batch.getFirst().context().wrap(() -> answer(batch)).run();
    }
    return !last;
  }

  private void answer(List<Asked<Q, A>> batch) {
    List<Optional<A>> answers;
    try {
      answers =
          atOnce.answers(
              batch.stream().<Q>map(asked -> Objects.requireNonNull(asked.question())).toList());
    } catch (Undecided e) {
      batch.forEach(asked -> asked.answer().completeExceptionally(e));
      return;
    } catch (RuntimeException e) {
      LOG.debug("{}: {} are done by themselves", name, batch.size(), e);
      batch.forEach(this::alone);
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      Asked<Q, A> asked = batch.get(i);
      answers.get(i).ifPresentOrElse(asked.answer()::complete, () -> alone(asked));
    }
  }

  private void alone(Asked<Q, A> asked) {
    Runnable work =
        () -> {
          try {
            asked.answer().complete(alone.apply(Objects.requireNonNull(asked.question())));
          } catch (Throwable e) {
            asked.answer().completeExceptionally(e);
          }
        };
    Thread.ofVirtual().name(name).start(asked.context().wrap(work));
  }

  /** Does what was asked until now; what is asked later is done by itself. */
  @Override
  public void close() {
    Thread working;
    synchronized (this) {
      working = worker;
      if (!closed && working != null) {
        waiting.add(new Asked<>(null, new CompletableFuture<>(), PropagatedContext.empty()));
      }
      closed = true;
    }
    try {
      if (working != null && !working.join(END_WITHIN)) {
        LOG.warn("{}: ends before all was done", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
