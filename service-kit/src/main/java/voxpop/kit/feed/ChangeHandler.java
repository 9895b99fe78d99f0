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
   * Whether the change is anything to this handler. What isn't costs no transaction of its own: the
   * position moves past it with the next that is, or at the end of what was read.
   */
  default boolean concerns(Change change) {
    return true;
  }

  /**
   * Whether the change takes effect by a statement or two in this service's own database, without a
   * call. Several such changes in a row share a transaction.
   */
  default boolean isSmall(Change change) {
    return false;
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
