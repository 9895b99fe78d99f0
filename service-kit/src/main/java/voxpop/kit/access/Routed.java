package voxpop.kit.access;

/**
 * An answer that goes past the framework's routes and says itself which one it belongs to. Its
 * headers may be shared by many answers: the line of access is written, the headers are left alone.
 */
public interface Routed {
  /** The template of the route, as {@code /{lang}/{slug}}; never an address that somebody sent. */
  String route();
}
