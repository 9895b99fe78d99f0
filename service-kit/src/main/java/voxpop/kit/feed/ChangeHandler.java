package voxpop.kit.feed;

/** What a service makes of another one's changes (or of its own). */
public interface ChangeHandler {
  /** The program whose feed is read, for example {@code article-service}. */
  String source();

  /** Under which the position is kept; different for each handler of a service. */
  default String name() {
    return source();
  }

  /**
   * Takes a change into effect, inside the transaction that also moves the position, so exactly
   * once. It may call other services, in a way that can be repeated. If it throws, the change is
   * tried again after a pause.
   */
  void apply(Change change);

  /**
   * The feed is read again from its start: every subject's last change comes (again). Called inside
   * the transaction that begins it.
   */
  default void reset() {}
}
