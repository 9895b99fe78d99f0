package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was started, so that all of it can be ended: the programs first, what they need after
 * them.
 */
final class House implements AutoCloseable {
  // together below 20 seconds, within which everything is promised to be gone
  private static final Duration PROGRAMS_END_WITHIN = Duration.ofSeconds(7);
  private static final Duration FOUNDATIONS_END_WITHIN = Duration.ofSeconds(3);

  private final Path runFolder;
  private final Duration programsEndWithin;
  private final List<Part> programs = new ArrayList<>();
  private final List<Part> foundations = new ArrayList<>();
  private final List<Part> extras = new ArrayList<>();
  private @Nullable EmbeddedDatabase database;
  private boolean closed;

  /** Ends what an earlier start left behind in this folder when it was killed. */
  House(Path runFolder, String mark) throws IOException {
    this(runFolder, mark, PROGRAMS_END_WITHIN);
  }

  /**
   * @param mark what the command line of each program contains
   * @param programsEndWithin what they are given before they are killed
   */
  House(Path runFolder, String mark, Duration programsEndWithin) throws IOException {
    this.runFolder = runFolder;
    this.programsEndWithin = programsEndWithin;
    Files.createDirectories(runFolder);
    try (Stream<Path> files = Files.list(runFolder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pid")).toList()) {
        String name = file.getFileName().toString().replace(".pid", "");
        LeftBehind.end(file, name.equals("consul") ? "-node=voxpop" : mark, PROGRAMS_END_WITHIN);
      }
    }
  }

  Path runFolder() {
    return runFolder;
  }

  /** Known before it starts, so that an end in the middle ends it too. */
  void takeIn(EmbeddedDatabase embedded) {
    synchronized (this) {
      refuseIfClosed();
      database = embedded;
    }
    embedded.start();
  }

  /** Ends everything if it ends. */
  void program(Supplier<Part> start) {
    add(programs, start);
  }

  /** As a program, but ended after them. */
  void foundation(Supplier<Part> start) {
    add(foundations, start);
  }

  /** Nothing else minds if it ends. */
  void extra(Supplier<Part> start) {
    add(extras, start);
  }

  private synchronized void add(List<Part> parts, Supplier<Part> start) {
    refuseIfClosed();
    parts.add(start.get());
  }

  /** The first of the parts that must live and doesn't. */
  synchronized @Nullable String ended() {
    EmbeddedDatabase embedded = database;
    if (embedded != null && !embedded.isAlive()) {
      return "The embedded database";
    }
    for (Part part : both(programs, foundations)) {
      if (!part.isAlive()) {
        return part.name() + " (status " + part.exitValue() + ")";
      }
    }
    return null;
  }

  synchronized boolean isInhabited() {
    return database != null || !programs.isEmpty() || !foundations.isEmpty();
  }

  @Override
  public void close() {
    EmbeddedDatabase embedded;
    synchronized (this) {
      closed = true;
      embedded = database;
    }
    // nothing is added any more
    Part.endAll(both(programs, extras), programsEndWithin);
    Part.endAll(foundations, FOUNDATIONS_END_WITHIN);
    if (embedded != null) {
      embedded.close();
    }
  }

  private static List<Part> both(List<Part> some, List<Part> more) {
    List<Part> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new CannotStart("Stopped before everything was started.");
    }
  }
}
