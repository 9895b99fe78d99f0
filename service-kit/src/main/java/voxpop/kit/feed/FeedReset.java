package voxpop.kit.feed;

/**
 * The feed doesn't know the position asked for (a restored backup, or compacted away): start again
 * from the beginning.
 */
public class FeedReset extends RuntimeException {
  private static final long serialVersionUID = 1;

  FeedReset(String lastEventId) {
    super("The feed has no position " + lastEventId, null, false, false);
  }
}
