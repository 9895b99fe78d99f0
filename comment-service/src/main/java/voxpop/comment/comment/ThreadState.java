package voxpop.comment.comment;

import io.micronaut.core.annotation.Introspected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the database says of a thread: a thread that is told alike twice, with nothing
 * noted, is the same, for whatever changes it leaves a note in the same transaction, which goes in
 * the one that tells of it.
 *
 * @param status of the article
 * @param told the last change that the feed told of it; null if there was none
 * @param noted 1 if something has changed that isn't told yet, else 0
 */
@Introspected
record ThreadState(String status, @Nullable Long told, int noted) {
  boolean isPublished() {
    return status.equals("published");
  }

  boolean isTold() {
    return noted == 0;
  }

  boolean isAsOf(@Nullable Long then) {
    return isTold() && Objects.equals(told, then);
  }
}
