package voxpop.kit.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Takes a migration that failed out of the history. Flyway leaves it there for somebody to repair,
 * and until then refuses to start: also the release before, which has nothing to do with it and is
 * what readers are served by meanwhile. The next start of the newer release tries it again; a
 * statement that changes a table is the only one of its migration, so nothing is half done.
 */
final class FailureForgotten implements Callback {
  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE_ERROR;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    String table = context.getConfiguration().getTable();
    try (Statement sql = context.getConnection().createStatement()) {
      sql.executeUpdate("DELETE FROM `" + table + "` WHERE success = 0");
    } catch (SQLException e) {
      throw new FlywayException(e);
    }
  }

  @Override
  public String getCallbackName() {
    return "failure-forgotten";
  }
}
