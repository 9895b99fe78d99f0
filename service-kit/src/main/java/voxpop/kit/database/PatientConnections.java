package voxpop.kit.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that wait for an answer as long as it takes. Every other one gives up after its
 * address's {@code socketTimeout}; an index of a large table takes longer than any reader waits.
 */
record PatientConnections(DataSource ordinary) implements DataSource {
  private Connection patient(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 0);
    return connection;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return patient(ordinary.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return patient(ordinary.getConnection(user, password));
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return ordinary.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    ordinary.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    ordinary.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return ordinary.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return ordinary.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return ordinary.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return ordinary.isWrapperFor(type);
  }
}
