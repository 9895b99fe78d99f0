package voxpop.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers: UUIDv7 (RFC 9562), so that new rows go to the end of a primary key's tree. */
public final class Ids {
  private Ids() {}

  /** A new identifier; those of one process are strictly increasing within a millisecond, too. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
