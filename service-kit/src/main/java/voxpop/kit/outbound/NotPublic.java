package voxpop.kit.outbound;

/** An address leads where somebody who typed it has no business: into this network, or nowhere. */
public final class NotPublic extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotPublic(String message) {
    super(message, null, false, false);
  }
}
