package voxpop.kit.together;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import voxpop.kit.database.PoolEnd;

/**
 * Transactions that several share, on a connection apart, one for each who shares: it stays within
 * transactions, so none has to be begun, and takes several statements at once, which requests' own
 * connections must not (what somebody smuggles into a statement could be a second one there).
 */
@Prototype
@Requires(classes = {HikariDataSource.class, DatasourceConfiguration.class})
@Requires(beans = DatasourceConfiguration.class)
public class SharedTransactions {
  /**
   * As requests by themselves have it: one of two in each other's way is ended, and comes again.
   */
  private static final int TRIES = 5;

  /** A program in which nobody writes any more gives its connection back. */
  private static final long IDLE = TimeUnit.MINUTES.toMillis(2);

  private final DatasourceConfiguration database;
  private final PoolEnd end;
  private @Nullable HikariDataSource pool;

  SharedTransactions(DatasourceConfiguration database, PoolEnd end) {
    this.database = database;
    this.end = end;
  }

  /** What is done in a transaction. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does it and commits; again if the database ended it for another's sake.
   *
   * @throws Undecided if the commit was not answered
   * @throws RuntimeException if nothing was done
   */
  public <T> T write(Work<T> work) {
    for (int i = 1; ; i++) {
      try (Connection connection = pool().getConnection()) {
        T answer = work.on(connection);
        commit(connection);
        return answer;
      } catch (SQLException e) {
        if (i == TRIES || !wasInTheWay(e)) {
          if (!wasTheData(e)) {
            giveUp();
          }
          throw new DataAccessException("SQL failed: " + e.getMessage(), e);
        }
      }
    }
  }

  /** SQLSTATE class 23: what was written contradicts what is there. */
  private static boolean wasTheData(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith("23");
  }

  /** SQLSTATE class 40: rolled back by the database, nothing done. */
  public static boolean wasInTheWay(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith("40");
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (wasInTheWay(e)) {
        throw e;
      }
      throw new Undecided(e);
    }
  }

  /** Perhaps the server is no primary any more; who is tries by itself then, and finds out. */
  private synchronized void giveUp() {
    if (pool != null) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  private synchronized HikariDataSource pool() {
    if (pool == null) {
      HikariConfig one = new HikariConfig();
      one.setPoolName("together");
      one.setJdbcUrl(database.getUrl());
      one.setUsername(database.getUsername());
      one.setPassword(database.getPassword());
      one.setDriverClassName(database.getDriverClassName());
      one.setConnectionTimeout(database.getConnectionTimeout());
      one.setTransactionIsolation(database.getTransactionIsolation());
      one.setDataSourceProperties(database.getDataSourceProperties());
      one.addDataSourceProperty("allowMultiQueries", "true");
      one.setAutoCommit(false);
      one.setMaximumPoolSize(1);
      one.setMinimumIdle(0);
      one.setIdleTimeout(IDLE);
      one.setInitializationFailTimeout(-1);
      HikariDataSource made = new HikariDataSource(one);
      end.add(made);
      pool = made;
    }
    return pool;
  }
}
