package voxpop.translation.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What engines may be sent in a calendar month (UTC). Characters are taken before they are sent, in
 * one statement, so that several instances together never send more; who dies on the way has sent
 * them.
 */
@Singleton
class Budget {
  private static final String TAKE =
      "UPDATE engine_use SET characters = characters + ?, visitors = visitors + ? WHERE engine = ?"
          + " AND month = ? AND characters + ? <= ? AND visitors + ? <= ?";

  private final Settings settings;
  private final JdbcOperations jdbc;
  private final Clock clock;

  Budget(Settings settings, JdbcOperations jdbc, Clock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** {@code limit}: null where there is none; {@code renewed}: when the next month begins. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record State(@Nullable Long limit, long used, Share visitors, Instant renewed) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Share(@Nullable Long limit, long used) {}

  /**
   * Takes characters; they stay taken even if the caller's transaction fails.
   *
   * @throws OutOfBudget if there are not as many left
   */
  @Transactional(propagation = TransactionDefinition.Propagation.REQUIRES_NEW)
  public void take(Engine engine, long characters, Payer payer) {
    Long limit = settings.of(engine.name()).budget();
    long visitors = payer == Payer.VISITOR ? characters : 0;
    String month = month().toString();
    jdbc.prepareStatement(
        // not IGNORE, which would share the row's lock with others that then wait for each other
        "INSERT INTO engine_use (engine, month, characters, visitors) VALUES (?, ?, 0, 0)"
            + " ON DUPLICATE KEY UPDATE characters = characters",
        sql -> {
          sql.setString(1, engine.name());
          sql.setString(2, month);
          return sql.executeUpdate();
        });
    int taken =
        jdbc.prepareStatement(
            TAKE,
            sql -> {
              sql.setLong(1, characters);
              sql.setLong(2, visitors);
              sql.setString(3, engine.name());
              sql.setString(4, month);
              sql.setLong(5, characters);
              sql.setLong(6, limit == null ? Long.MAX_VALUE : limit);
              sql.setLong(7, visitors);
              // what the site itself sends is never held up by what visitors have used
              sql.setLong(8, visitors == 0 || limit == null ? Long.MAX_VALUE : share(limit));
              return sql.executeUpdate();
            });
    if (taken == 0) throw new OutOfBudget(engine.title(), payer, renewed());
  }

  /** Gives back what an engine said it did not do. */
  @Transactional(propagation = TransactionDefinition.Propagation.REQUIRES_NEW)
  public void giveBack(Engine engine, long characters, Payer payer) {
    jdbc.prepareStatement(
        "UPDATE engine_use SET characters = characters - ?, visitors = visitors - ? WHERE engine ="
            + " ? AND month = ?",
        sql -> {
          sql.setLong(1, characters);
          sql.setLong(2, payer == Payer.VISITOR ? characters : 0);
          sql.setString(3, engine.name());
          sql.setString(4, month().toString());
          return sql.executeUpdate();
        });
  }

  @Transactional
  public State state(Engine engine) {
    Long limit = settings.of(engine.name()).budget();
    long[] used =
        jdbc.prepareStatement(
            "SELECT characters, visitors FROM engine_use WHERE engine = ? AND month = ?",
            sql -> {
              sql.setString(1, engine.name());
              sql.setString(2, month().toString());
              try (ResultSet row = sql.executeQuery()) {
                return row.next() ? new long[] {row.getLong(1), row.getLong(2)} : new long[2];
              }
            });
    Share visitors = new Share(limit == null ? null : share(limit), used[1]);
    return new State(limit, used[0], visitors, renewed());
  }

  private long share(long limit) {
    return (long) (limit * settings.all().visitorsShare());
  }

  private YearMonth month() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  private Instant renewed() {
    return month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
