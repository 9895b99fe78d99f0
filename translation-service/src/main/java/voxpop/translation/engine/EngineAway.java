package voxpop.translation.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An engine gave no answer, or none that one can read. */
public class EngineAway extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean charged;
  private final boolean refusal;
  private final @Nullable Duration retryAfter;

  public EngineAway(String message) {
    this(message, null, true, false, null);
  }

  public EngineAway(String message, @Nullable Throwable cause) {
    this(message, cause, true, false, null);
  }

  private EngineAway(
      String message,
      @Nullable Throwable cause,
      boolean charged,
      boolean refusal,
      @Nullable Duration retryAfter) {
    super(message, cause);
    this.charged = charged;
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }

  /** It was not asked, or said itself that it has done nothing. */
  static EngineAway uncharged(String message, @Nullable Duration retryAfter) {
    return new EngineAway(message, null, false, false, retryAfter);
  }

  /** It works, but not for this text: no reason to leave it in peace. */
  static EngineAway refusing(String message) {
    return new EngineAway(message, null, false, true, null);
  }

  /** Whether it may count the characters, although there is no answer. */
  public boolean possiblyCharged() {
    return charged;
  }

  boolean refusal() {
    return refusal;
  }

  /** How long it wants to be left in peace. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
