package voxpop.kit.rotation;

/** The instance that was asked answers nobody any more, and there are others to ask. */
public final class Hanging extends RuntimeException {
  private static final long serialVersionUID = 1;

  Hanging() {
    super("the instance hangs", null, false, false);
  }
}
