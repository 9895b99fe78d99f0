package voxpop.kit.leaving;

/** Somebody who sends calls here and is told not to any more. */
public interface Announcement {
  /**
   * Returns when it is told.
   *
   * @return whether there was anybody to tell
   */
  boolean tellThatThisProgramLeaves();
}
