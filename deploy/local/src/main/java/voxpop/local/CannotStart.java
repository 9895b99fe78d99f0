package voxpop.local;

/**
 * Why nothing was started: one sentence that a person can act on, shown as it is and without a
 * stack trace.
 */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotStart(String sentence) {
    super(sentence);
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
