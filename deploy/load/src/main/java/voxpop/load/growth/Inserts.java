package voxpop.load.growth;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code Inserts DATA AUTHORITY KIND CONNECTIONS SECONDS}: how many times a second the rows of a
 * recommendation or of a comment can be inserted into the database of a running platform, by plain
 * statements, each time in a transaction of its own. No two touch a common row.
 */
public final class Inserts {
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  /** Of the driver, as the services have them. */
  private static final String PARAMETERS =
      "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&characterEncoding=UTF-8"
          + "&cachePrepStmts=true&prepStmtCacheSqlLimit=4096&useLocalSessionState=true"
          + "&cacheServerConfiguration=true&elideSetAutoCommits=true&sslMode=DISABLED";

  private static final UUID NOTED = new UUID(0, 9);

  private static final String TEXT = "A comment of a load test, with a little markup.";

  private Inserts() {}

  private interface Write {
    void once(Connection connection) throws SQLException;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0], "secrets.properties"))) {
      secrets.load(reader);
    }
    boolean comment = arguments[2].equals("comment");
    String schema = comment ? "voxpop_comment" : "voxpop_article";
    String url = "jdbc:mysql://" + arguments[1] + "/" + schema + PARAMETERS;
    Write write = comment ? Inserts::comment : Inserts::recommend;
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[4]));
    int connections = Integer.parseInt(arguments[3]);
    String password = secrets.getProperty("database.root");
    rate(url, password, write, connections, WARM_UP);
    System.out.printf("%.0f%n", rate(url, password, write, connections, time));
  }

  private static double rate(
      String url, String password, Write write, int connections, Duration time) throws Exception {
    try (var threads = Executors.newFixedThreadPool(connections)) {
      Callable<Long> work =
          () -> {
            try (Connection connection = DriverManager.getConnection(url, "root", password)) {
              connection.setAutoCommit(false);
              connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
              long end = System.nanoTime() + time.toNanos();
              long count = 0;
              for (; System.nanoTime() < end; count++) {
                write.once(connection);
                connection.commit();
              }
              return count;
            }
          };
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) running.add(threads.submit(work));
      long all = 0;
      for (Future<Long> one : running) all += one.get();
      return all * 1e9 / time.toNanos();
    }
  }

  private static void recommend(Connection connection) throws SQLException {
    byte[] article = Ids.bytes(UUID.randomUUID());
    byte[] reader = new byte[32];
    new Random().nextBytes(reader);
    Instant now = Instant.now();
    insert(connection, "recommendation VALUES (?, ?, ?)", article, reader, now);
    insert(connection, "recommendation_allowance VALUES (CURDATE(), ?, ?, 1, 1)", article, reader);
    insert(connection, "recommendation_count VALUES (?, 1, 1, FALSE)", article);
  }

  private static void comment(Connection connection) throws SQLException {
    UUID article = UUID.randomUUID();
    byte[] id = Ids.bytes(UUID.randomUUID());
    insert(
        connection,
        "comment VALUES (?, ?, NULL, ?, ?, ?, NULL, ?, ?, ?, 'de', ?, 'PUBLISHED', NULL, 1, 0)",
        id,
        Ids.bytes(article),
        id,
        id,
        "author:" + article,
        "Administrator",
        TEXT,
        "<p>" + TEXT + "</p>",
        Instant.now());
    insert(connection, "tally VALUES (?, 0, 1)", article.toString());
    // the program tells of it once a second, however many notes there are of one article
    insert(connection, "thread_news VALUES (?, ?)", id, Ids.bytes(NOTED));
  }

  private static void insert(Connection connection, String into, Object... values)
      throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement("INSERT INTO " + into)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(
            i + 1, values[i] instanceof Instant at ? java.sql.Timestamp.from(at) : values[i]);
      }
      sql.executeUpdate();
    }
  }
}
