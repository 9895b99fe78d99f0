package voxpop.kit.together;

import io.micronaut.data.exceptions.DataAccessException;

/** The database was asked to commit and didn't answer: it may have done so, and may not. */
public final class Undecided extends DataAccessException {
  public Undecided(Throwable cause) {
    super("It is not known whether this was committed: " + cause.getMessage(), cause);
  }
}
