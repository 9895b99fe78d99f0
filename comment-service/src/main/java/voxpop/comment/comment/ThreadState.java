package voxpop.comment.comment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the database says of a thread: a thread that is told alike twice, with nothing
 * noted, is the same, for whatever changes it leaves a note in the same transaction, which goes in
 * the one that tells of it.
 *
 * @param status of the article
 * @param told the last change that the feed told of it; null if there was none
 * @param noted whether something has changed that isn't told yet
 */
record ThreadState(String status, @Nullable Long told, boolean noted) {
  boolean isPublished() {
    return status.equals("published");
  }

  boolean isTold() {
    return !noted;
  }

  boolean isAsOf(@Nullable Long then) {
    return isTold() && Objects.equals(told, then);
  }
}
