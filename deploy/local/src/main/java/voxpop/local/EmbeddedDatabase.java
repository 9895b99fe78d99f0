package voxpop.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real MariaDB 11.4 as a child process, on the loopback address only, with its data in a folder
 * of the caller's. The defaults are durable: what was committed is on the disk. One process at a
 * time uses a data folder; a server that an unclean end of its starter left running there is ended
 * first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** For tests: as quick as it gets, nothing survives a crash. */
  public static final List<String> FORGETFUL =
      List.of(
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0",
          "--innodb-flush-method=nosync",
          "--innodb-log-file-size=32M",
          "--innodb-fast-shutdown=2");

  /** The server's own default, which it takes whatever the machine has. */
  private static final long LEAST_POOL = 128L << 20;

  /** More than the busiest pages of a large blog need. */
  private static final long LARGEST_POOL = 1L << 30;

  // a server that recovers from a crash of the machine reads its log first
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(8);
  private static final int ATTEMPTS = 3;
  // found rows, as Connector/J asks for by default, are what Micronaut Data counts on
  private static final String PARAMETERS =
      "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&characterEncoding=UTF-8"
          + "&rewriteBatchedStatements=true&cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096"
          + "&useLocalSessionState=true&cacheServerConfiguration=true&elideSetAutoCommits=true"
          // a server that vanished without a word is given up before readers do
          + "&connectTimeout=2000&socketTimeout=30000";

  private final Path data;
  private final int wantedPort;
  private final String password;
  private final List<String> options;
  private final List<String> leash;
  private final Path log;
  private int port;
  private @Nullable FileChannel lock;
  private @Nullable Process process;

  /**
   * @param data folder of this database alone, made when missing
   * @param port 0 lets the kernel choose
   * @param password of {@code root}, set at every start
   * @param options further ones of mariadbd, the last wins
   */
  public EmbeddedDatabase(Path data, int port, String password, List<String> options) {
    this(data, port, password, options, List.of());
  }

  /**
   * @param leash what the server is started with, see {@link Part#leash()}
   */
  EmbeddedDatabase(Path data, int port, String password, List<String> options, List<String> leash) {
    this.leash = leash;
    this.data = data.toAbsolutePath();
    this.wantedPort = port;
    this.password = password;
    this.options = List.copyOf(options);
    this.log = this.data.resolveSibling(this.data.getFileName() + ".log");
  }

  /**
   * For data that is kept: what is read often stays in memory, in up to an eighth of the machine's.
   */
  public static List<String> lasting() {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return List.of("--innodb-buffer-pool-size=" + Math.clamp(memory / 8, LEAST_POOL, LARGEST_POOL));
  }

  /** Returns when the server answers. */
  public synchronized EmbeddedDatabase start() {
    DatabaseProgram program = DatabaseProgram.unpacked();
    try {
      Files.createDirectories(data.getParent());
      lock = DatabaseFolder.lock(data);
      LeftBehind.end(data.resolve("mariadbd.pid"), data.toString(), STOPPED_WITHIN);
      if (!Files.exists(data.resolve("mysql"))) {
        DatabaseFolder.make(program, data, log);
      }
      for (int attempt = 1; ; attempt++) {
        port = wantedPort == 0 ? Ports.free() : Ports.requireFree(wantedPort, "the database");
        if (answers(launch(program))) {
          return this;
        }
        if (attempt == ATTEMPTS || wantedPort != 0 || !tail().contains("Bind on TCP/IP port")) {
          throw new CannotStart(
              "The embedded database did not start. %s says: %s".formatted(log, tail()));
        }
      }
    } catch (IOException e) {
      close();
      throw new CannotStart("The embedded database could not use %s: %s".formatted(data, e), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  public String user() {
    return "root";
  }

  public String password() {
    return password;
  }

  /**
   * An address for Connector/J with the parameters that the whole house uses; the empty schema is
   * none.
   */
  public String jdbcUrl(String schema) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?" + PARAMETERS + "&sslMode=DISABLED";
  }

  /** Of Connector/J, the same for every database of the house. */
  static Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : PARAMETERS.split("&")) {
      parameters.put(
          parameter.substring(0, parameter.indexOf('=')),
          parameter.substring(parameter.indexOf('=') + 1));
    }
    return parameters;
  }

  public boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** Stops the server and returns when it is gone; whatever was committed is kept. */
  @Override
  public synchronized void close() {
    Process running = process;
    if (running != null) {
      LeftBehind.end(running.toHandle(), STOPPED_WITHIN);
      process = null;
    }
    FileChannel held = lock;
    if (held != null) {
      try {
        held.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lock = null;
    }
  }

  private Process launch(DatabaseProgram program) throws IOException {
    Path accounts = DatabaseFolder.accounts(data, password);
    List<String> command = new ArrayList<>(leash);
    command.addAll(program.command(data, accounts, port));
    command.addAll(options);
    Files.deleteIfExists(data.resolve("mariadbd.pid"));
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    process = started;
    return started;
  }

  /** False when it ended instead. */
  private boolean answers(Process started) throws IOException {
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (started.isAlive() && System.nanoTime() < end) {
      try (var connection = DriverManager.getConnection(jdbcUrl(""), user(), password)) {
        Files.deleteIfExists(DatabaseFolder.accounts(data));
        return connection.isValid(5);
      } catch (SQLException notYet) {
        pause();
      }
    }
    return false;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }

  private String tail() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }
}
