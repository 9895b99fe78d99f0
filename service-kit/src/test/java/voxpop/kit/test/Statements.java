package voxpop.kit.test;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.PreparedQuery;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import io.micronaut.http.context.ServerRequestContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import voxpop.kit.together.Packet;

/**
 * Hears what a program asks its database while it answers requests: the statements as the driver
 * sends them, each with its plan and what the session's counters say it cost. The driver itself
 * calls this on every connection, by a parameter of the connection's address.
 */
public final class Statements implements QueryInterceptor {
  private static final Pattern DATA =
      Pattern.compile("(?is)\\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|SET SESSION)\\b.*");

  private static volatile Queue<Asked> heard;

  private Connection connection;
  private List<Asked.Step> plan = List.of();
  private Counters before;
  private Counters ownCost;

  /** A database's settings, changed so that what is asked of it can be heard. */
  public static Map<String, String> audible(Map<String, String> database) {
    Map<String, String> settings = new HashMap<>(database);
    settings.merge(
        "datasources.default.url",
        "&queryInterceptors=" + Statements.class.getName(),
        String::concat);
    return settings;
  }

  /** What is asked for the sake of requests meanwhile; what runs by a clock is none of it. */
  public static List<Asked> during(Runnable requests) {
    Queue<Asked> mine = new ConcurrentLinkedQueue<>();
    heard = mine;
    try {
      requests.run();
    } finally {
      heard = null;
    }
    return List.copyOf(mine);
  }

  private record Counters(long rows, long sorted, long temporary) {
    Counters minus(Counters other) {
      return new Counters(rows - other.rows, sorted - other.sorted, temporary - other.temporary);
    }
  }

  @Override
  public QueryInterceptor init(MysqlConnection connection, Properties settings, Log log) {
    this.connection = (Connection) connection;
    return this;
  }

  @Override
  public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
    before = null;
    if (heard != null
        && ServerRequestContext.currentRequest().isPresent()
        && DATA.matcher(text(sql, query)).matches()) {
      // first, as a server that opens a table for it reads what it knows of that table
      plan = new ArrayList<>();
      for (String one : text(sql, query).split(Packet.BETWEEN, -1)) plan.addAll(plan(one));
      Counters first = counters();
      before = counters();
      ownCost = before.minus(first);
    }
    return null;
  }

  @Override
  public <T extends Resultset> T postProcess(
      Supplier<String> sql, Query query, T result, ServerSession session) {
    Queue<Asked> listening = heard;
    if (before != null && listening != null) {
      Counters cost = counters().minus(before).minus(ownCost);
      listening.add(
          new Asked(text(sql, query), cost.rows(), cost.sorted(), cost.temporary(), plan));
    }
    return null;
  }

  /** Else this would hear its own questions. */
  @Override
  public boolean executeTopLevelOnly() {
    return true;
  }

  @Override
  public void destroy() {}

  private static String text(Supplier<String> sql, Query query) {
    return query instanceof PreparedQuery prepared ? prepared.asSql() : sql.get();
  }

  private Counters counters() {
    long rows = 0;
    long sorted = 0;
    long temporary = 0;
    try (Statement statement = connection.createStatement();
        ResultSet counter =
            statement.executeQuery(
                "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%'"
                    + " OR Variable_name IN ('Sort_rows', 'Created_tmp_tables')")) {
      while (counter.next()) {
        switch (counter.getString(1)) {
          case "Sort_rows" -> sorted += counter.getLong(2);
          case "Created_tmp_tables" -> temporary += counter.getLong(2);
          default -> rows += counter.getLong(2);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Counters(rows, sorted, temporary);
  }

  private List<Asked.Step> plan(String sql) {
    String start = sql.strip().toUpperCase(Locale.ROOT);
    if (start.startsWith("SET")) return List.of();
    List<Asked.Step> steps = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + sql)) {
      while (row.next()) {
        // the table that is written to is named as well, as if it were read
        if ("INSERT".equals(row.getString("select_type"))) continue;
        String extra = row.getString("Extra");
        steps.add(
            new Asked.Step(
                row.getString("table"),
                row.getString("type"),
                row.getString("key"),
                extra == null ? "" : extra));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    boolean plain = start.startsWith("INSERT") && !start.contains("SELECT");
    return plain ? List.of() : steps;
  }
}
