package voxpop.translation.engine;

/** An engine gave no answer, or none that one can read. */
public class EngineAway extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EngineAway(String message) {
    super(message);
  }

  public EngineAway(String message, Throwable cause) {
    super(message, cause);
  }
}
