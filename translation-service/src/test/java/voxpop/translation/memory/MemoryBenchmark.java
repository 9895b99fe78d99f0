package voxpop.translation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;
import voxpop.translation.segment.Fingerprint;
import voxpop.translation.segment.Kind;

/**
 * How long a lookup takes in a memory of a million sentences, in a real database. Not part of the
 * ordinary tests: {@code mvn -pl translation-service -am test -Dtest=MemoryBenchmark
 * -Dvoxpop.test.compiler=-XX:+TieredCompilation -Dsurefire.failIfNoSpecifiedTests=false}, which
 * compiles as programs in production do, not as the tests. {@code -Dvoxpop.memory.sentences=} sets
 * another size.
 *
 * <p>Words follow Zipf's law over a vocabulary of 60,000; sentences have 3 to 45 words, 14 in the
 * middle. A third of the questions are sentences of the memory, a third such with one to three
 * words changed, a third new ones.
 */
@MicronautTest(transactional = false)
class MemoryBenchmark extends WorkshopTest {
  private static final int SENTENCES = Integer.getInteger("voxpop.memory.sentences", 1_000_000);
  private static final int QUESTIONS = 6000;
  private static final int WARM_UP = 3000;

  @Inject MemoryTable table;
  @Inject NearIndex index;
  @Inject Suggestions suggestions;

  private final Random random = new Random(20260704);
  private final String[] vocabulary = vocabulary();
  private final double[] heights = heights();
  private final List<String> some = new ArrayList<>();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.memory.indexing", "false");
    settings.put("voxpop.translation.working", "false");
    settings.put("voxpop.memory.folder", "target/memory-benchmark");
    return settings;
  }

  @Test
  void a_lookup_among_a_million_takes_20_ms_or_less_at_the_99th_percentile() throws Exception {
    long start = System.nanoTime();
    fill();
    tell("written: %,d sentences in %.0f s", SENTENCES, seconds(start));
    start = System.nanoTime();
    NearReading reading = new NearReading(index, table);
    reading.onApplicationEvent(null);
    while (index.size() < SENTENCES * 0.999) Thread.sleep(200);
    tell("indexed: in %.0f s, %,d MB", seconds(start), size(Path.of("target/memory-benchmark")));
    Thread.sleep(2000);

    double[] inside = new double[QUESTIONS];
    double[] computing = new double[QUESTIONS];
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    int changed = 0;
    int found = 0;
    for (int i = -WARM_UP; i < QUESTIONS; i++) {
      String known = some.get(random.nextInt(some.size()));
      String question = question(i, known);
      long computed = processor.getCurrentThreadCpuTime();
      long asked = System.nanoTime();
      List<Suggestion> answer = suggestions.of(question, "en", "es", 5);
      if (i < 0) continue;
      inside[i] = (System.nanoTime() - asked) / 1e6;
      computing[i] = (processor.getCurrentThreadCpuTime() - computed) / 1e6;
      if (Math.floorMod(i, 3) != 2 && Likeness.of(numbers(question), numbers(known)) > 0) {
        changed++;
        if (answer.stream().anyMatch(s -> s.source().equals(known))) found++;
      }
    }
    tell("lookup in the program, ms: %s", percentiles(inside));
    tell("of that this program's computing, ms: %s", percentiles(computing));
    tell("of %,d questions with a like sentence, %,d had it among their five", changed, found);
    double[] byHttp = new double[QUESTIONS / 3];
    Http http = editor();
    for (int i = 0; i < byHttp.length; i++) {
      String question = question(i, some.get(random.nextInt(some.size())));
      String path =
          "/api/memory?source=en&target=es&text="
              + URLEncoder.encode(question, StandardCharsets.UTF_8);
      long asked = System.nanoTime();
      Http.Answer answer = http.get(path);
      byHttp[i] = (System.nanoTime() - asked) / 1e6;
      assertThat(answer.status()).isEqualTo(200);
    }
    tell("lookup by HTTP, ms: %s", percentiles(byHttp));
    reading.stop();
    assertThat((double) found / changed).isGreaterThan(0.98);
    assertThat(percentile(inside, 99)).isLessThanOrEqualTo(20);
  }

  private void fill() {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    List<MemoryEntry> piece = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      String source = sentence();
      if (random.nextInt(SENTENCES) < 20_000) some.add(source);
      UUID id = Ids.next();
      piece.add(
          new MemoryEntry(
              id,
              id,
              "en",
              "es",
              Fingerprint.of(Kind.TEXT, source),
              true,
              source,
              "es " + source,
              "A. Translator",
              at.plusMillis(i)));
      if (piece.size() == 2000) {
        table.add(piece);
        piece.clear();
      }
    }
    table.add(piece);
  }

  private String question(int i, String known) {
    if (Math.floorMod(i, 3) == 0) return known;
    if (Math.floorMod(i, 3) == 2) return sentence();
    String[] words = known.split(" ");
    for (int k = random.nextInt(3); k >= 0; k--) words[random.nextInt(words.length)] = word();
    return String.join(" ", words);
  }

  private String sentence() {
    int words = (int) Math.clamp(Math.exp(2.65 + 0.55 * random.nextGaussian()), 3, 45);
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) sentence.append(i == 0 ? "" : " ").append(word());
    return sentence.append('.').toString();
  }

  private String word() {
    int at = Arrays.binarySearch(heights, random.nextDouble() * heights[heights.length - 1]);
    return vocabulary[at < 0 ? -at - 1 : at];
  }

  private String[] vocabulary() {
    String[] syllables =
        "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo ra re ri ro sa se si so ta te"
            .split(" ");
    Map<String, Integer> words = new TreeMap<>();
    Random own = new Random(7);
    while (words.size() < 60_000) {
      StringBuilder word = new StringBuilder();
      for (int k = own.nextInt(4); k >= 0; k--)
        word.append(syllables[own.nextInt(syllables.length)]);
      words.putIfAbsent(word.append(own.nextBoolean() ? "n" : "").toString(), own.nextInt());
    }
    return words.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toArray(String[]::new);
  }

  private double[] heights() {
    double[] heights = new double[vocabulary.length];
    double sum = 0;
    for (int i = 0; i < heights.length; i++) heights[i] = sum += 1.0 / (i + 1);
    return heights;
  }

  private static int[] numbers(String text) {
    return Tokens.of(text).numbers();
  }

  private static String percentiles(double[] times) {
    return String.format(
        Locale.ROOT,
        "50th %.1f, 95th %.1f, 99th %.1f, longest %.1f",
        percentile(times, 50),
        percentile(times, 95),
        percentile(times, 99),
        percentile(times, 100));
  }

  private static double percentile(double[] times, double percent) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100) - 1)];
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum() >> 20;
    }
  }

  private static void tell(String line, Object... values) {
    System.out.println("MEMORY " + String.format(Locale.ROOT, line, values));
  }
}
