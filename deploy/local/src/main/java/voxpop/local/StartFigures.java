package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures how long each program takes until it is ready, one after the other on a schema that is
 * there already, and what it holds in memory when nobody asks anything: {@code deploy/load/start}.
 */
public final class StartFigures {
  private static final int ROUNDS = 5;
  private static final int IDLE_MILLIS = 15_000;
  private static final int POLL_MILLIS = 10;
  private static final int BUSIEST_THREADS = 6;
  private static final int MILLIS_A_TICK = 10;

  private StartFigures() {}

  /** {@code CHECKOUT [PROGRAM...]}; further options of the JVMs from VOXPOP_JAVA_OPTIONS. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path checkout = Path.of(arguments[0]).toAbsolutePath().normalize();
    List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
    Path folder = Files.createTempDirectory("voxpop-start");
    try (Trial trial = new Trial(folder)) {
      for (Program program : Program.values()) {
        if (wanted.isEmpty() || wanted.contains(program.id())) {
          measure(program, checkout, trial, folder);
        }
      }
    } finally {
      DatabaseFolder.delete(folder);
    }
    System.exit(0);
  }

  private static void measure(Program program, Path checkout, Trial trial, Path folder)
      throws IOException, InterruptedException {
    Place place = Place.built(checkout, program);
    boolean trained = place.isTrained(program);
    List<String> cache =
        trained ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + place.cache()) : List.of();
    List<String> command =
        program.command(place, cache, System.getenv().getOrDefault("VOXPOP_JAVA_OPTIONS", ""));
    List<Long> wall = new ArrayList<>();
    List<Long> processor = new ArrayList<>();
    String memory = "";
    String threads = "";
    // the first makes the schema and isn't counted
    for (int round = 0; round <= ROUNDS; round++) {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(folder.resolve(program.id() + ".log").toFile());
      builder.environment().putAll(trial.environment(program));
      builder.environment().put("MALLOC_ARENA_MAX", "2");
      long began = System.nanoTime();
      Process process = builder.start();
      String ready = "http://127.0.0.1:" + trial.managementPort(program) + "/health/readiness";
      while (!Answers.well(ready)) {
        if (!process.isAlive()) {
          throw new CannotStart(Files.readString(folder.resolve(program.id() + ".log")));
        }
        Thread.sleep(POLL_MILLIS);
      }
      if (round > 0) {
        wall.add((System.nanoTime() - began) / 1_000_000);
        processor.add(ticks(Path.of("/proc/" + process.pid() + "/stat")) * MILLIS_A_TICK);
        threads = busiest(process.pid());
      }
      if (round == ROUNDS) {
        Thread.sleep(IDLE_MILLIS);
        memory = memory(process.pid());
      }
      process.destroy();
      process.waitFor();
    }
    wall.sort(null);
    processor.sort(null);
    System.out.printf(
        "%-20s ready after %d ms (%d to %d), %d ms of processor; idle: %s%s%n    %s%n",
        program.id(),
        wall.get(ROUNDS / 2),
        wall.getFirst(),
        wall.getLast(),
        processor.get(ROUNDS / 2),
        memory,
        trained ? "" : "; without a cache",
        threads);
  }

  private static long ticks(Path stat) throws IOException {
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static String busiest(long pid) throws IOException {
    Map<String, Long> millis = new HashMap<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
      for (Path task : tasks.toList()) {
        String name = Files.readString(task.resolve("comm")).strip();
        millis.merge(name, ticks(task.resolve("stat")) * MILLIS_A_TICK, Long::sum);
      }
    }
    return String.join(
        ", ",
        millis.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed())
            .limit(BUSIEST_THREADS)
            .map(thread -> thread.getKey() + " " + thread.getValue())
            .toList());
  }

  private static String memory(long pid) throws IOException {
    Map<String, Long> megabytes = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      String[] words = line.split("\\s+");
      if (words[0].matches("VmRSS:|RssAnon:|RssFile:")) {
        megabytes.put(words[0], Long.parseLong(words[1]) / 1024);
      }
    }
    return "%d MB resident (%d of its own, %d of files)"
        .formatted(
            megabytes.getOrDefault("VmRSS:", 0L),
            megabytes.getOrDefault("RssAnon:", 0L),
            megabytes.getOrDefault("RssFile:", 0L));
  }
}
