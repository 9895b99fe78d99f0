package voxpop.gateway.wire;

/** A request that two programs might read as two different ones. */
final class Unclear extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unclear(String why) {
    super(why, null, false, false);
  }
}
