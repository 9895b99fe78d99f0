package voxpop.gateway.client;

import org.jspecify.annotations.Nullable;

/**
 * A service understood, and said no: 4xx, with the problem it told. Never counts as a failure of
 * the service.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Problem problem;
  private final @Nullable String retryAfter;

  Refused(int status, Problem problem, @Nullable String retryAfter) {
    super(status + " " + problem.title(), null, false, false);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public int status() {
    return status;
  }

  public Problem problem() {
    return problem;
  }

  /** Seconds, as the service said it. */
  public @Nullable String retryAfter() {
    return retryAfter;
  }
}
