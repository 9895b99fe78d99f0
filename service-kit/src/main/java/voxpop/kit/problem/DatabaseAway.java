package voxpop.kit.problem;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.kit.database.FailOver;

/**
 * Answers 503 when the database can't be reached or had to undo a write, and a plain 500 for
 * whatever else nobody caught: with a line in the log, and never with a stack trace in the answer.
 */
@Singleton
@Requires(classes = io.micronaut.data.connection.exceptions.ConnectionException.class)
@Produces("application/problem+json")
public class DatabaseAway implements ExceptionHandler<Exception, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

  /** What HikariCP says of a connection that it closed after a failure. */
  private static final String GIVEN_UP = "Connection is closed";

  private final ErrorResponseProcessor<?> errors;

  /** None where there is no database. */
  private final @Nullable FailOver failOver;

  DatabaseAway(ErrorResponseProcessor<?> errors, @Nullable FailOver failOver) {
    this.errors = errors;
    this.failOver = failOver;
  }

  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, Exception failure) {
    if (isAway(failure) || (failOver != null && failOver.isNoPrimary(failure))) {
      LOG.warn("The database can't be reached: {}", rootMessage(failure));
      return ProblemHandler.answer(
          Problem.unavailable("The database is away. Nothing was lost; try again."));
    }
    if (wasRolledBack(failure)) {
      LOG.warn("Two writers were in each other's way: {}", rootMessage(failure));
      return ProblemHandler.answer(
          Problem.unavailable(
              "Somebody else wrote here at the same moment. Nothing was changed; try again."));
    }
    LOG.error("Unexpected failure at {} {}", request.getMethod(), request.getPath(), failure);
    return errors.processResponse(
        ErrorContext.builder(request).cause(failure).build(), HttpResponse.serverError());
  }

  /**
   * SQLSTATE class 08 (ISO 9075) is a connection that can't be had or was lost; a pool without one
   * to give says so, too. When a rollback fails after that, all that is left to see is the pool's
   * word for a connection that it has given up, which comes without a state.
   */
  private static boolean isAway(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof java.sql.SQLTransientConnectionException
          || t instanceof java.sql.SQLNonTransientConnectionException
          || (t instanceof SQLException e
              && (e.getSQLState() == null
                  ? GIVEN_UP.equals(e.getMessage())
                  : e.getSQLState().startsWith("08")))) {
        return true;
      }
    }
    return false;
  }

  /** A deadlock or a lock that didn't come free in time: the database undid the one of them. */
  private static boolean wasRolledBack(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransactionRollbackException) {
        return true;
      }
    }
    return false;
  }

  private static String rootMessage(Throwable failure) {
    Throwable t = failure;
    while (t.getCause() != null) {
      t = t.getCause();
    }
    return String.valueOf(t.getMessage());
  }
}
