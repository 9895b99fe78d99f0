package voxpop.kit.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the server behind a connection is no primary any more. Such a server still answers,
 * so its connections would stay in the pool for as long as they live; they are given up, and the
 * next ones are made to who is primary now.
 */
@Singleton
@Requires(beans = DataSource.class)
@Requires(classes = {HikariDataSource.class, DelegatingDataSource.class})
public class FailOver {
  /**
   * Of MySQL and MariaDB: 1290 and 1836 the server only reads, 3100 and 3101 the group didn't take
   * the commit, 1792 a transaction that only reads.
   */
  private static final Set<Integer> ONLY_READS = Set.of(1290, 1792, 1836, 3100, 3101);

  private final DataSource connections;

  FailOver(DataSource connections) {
    this.connections = connections;
  }

  /** Whether the failure says so; then the pool's connections are given up. */
  public boolean isNoPrimary(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && ONLY_READS.contains(e.getErrorCode())) {
        if (DelegatingDataSource.unwrapDataSource(connections) instanceof HikariDataSource pool) {
          HikariPoolMXBean pooled = pool.getHikariPoolMXBean();
          if (pooled != null) {
            pooled.softEvictConnections();
          }
        }
        return true;
      }
    }
    return false;
  }
}
