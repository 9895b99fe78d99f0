package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.kit.test.OpenApi;
import voxpop.kit.test.OpenApi.Operation;

/**
 * Sends the platform what its document allows, nearly allows and nobody would think of. {@code
 * -Dvoxpop.fuzz.seed=} makes another run of it, {@code -Dvoxpop.fuzz.requests=} a shorter or longer
 * one. Comes last, because of all that it leaves behind.
 */
@Order(Integer.MAX_VALUE)
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("voxpop.fuzz.requests", 20_000);

  /** Of fewer, nine tenths of what there is to be done has to be done. */
  private static final int ENOUGH_FOR_ALL = 10_000;

  private static final int SELDOM = 10;
  private static final long SEED = 20_260_923;
  private static final int AT_ONCE = 4;

  /**
   * What is answered well, but not as the document says, is told; with this it fails as well. Which
   * of it is met depends on what four threads make of the platform, whatever the seed is.
   */
  private static final boolean STRICT = Boolean.getBoolean("voxpop.fuzz.strict");

  /** As many as one can read. */
  private static final int TOLD = 25;

  /** Passwords are hashed slowly and pictures made anew: not as often as the rest. */
  private static final Map<String, Integer> ONE_IN =
      Map.of(
          "signIn",
          10,
          "addPerson",
          10,
          "changePerson",
          10,
          "createArticle",
          2,
          "addPicture",
          3,
          "removeArticle",
          6,
          "withdrawArticle",
          4,
          "readThisDocument",
          4,
          "tryIt",
          4);

  private static final Http ADMINISTRATOR = Platform.get().administrator();
  private static final Http.Answer SITE = ADMINISTRATOR.get("/api/site");

  private final OpenApi api = OpenApi.ofTheHouse();
  private final FuzzKnown known = new FuzzKnown(OpenApi.map(SITE.json()));
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> otherwise = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  @AfterAll
  static void leaveTheSiteAsItWas() {
    Map<String, Object> site = new java.util.TreeMap<>(OpenApi.map(SITE.json()));
    site.remove("version");
    ADMINISTRATOR.put("/api/site", site);
  }

  @Test
  void whatever_is_sent_is_answered_and_errors_are_told_well() throws Exception {
    long seed = Long.getLong("voxpop.fuzz.seed", SEED);
    System.out.println("fuzzing with -Dvoxpop.fuzz.seed=" + seed);
    FuzzHouse house = new FuzzHouse(api, known);
    house.furnish();
    List<Operation> operations = often(api.operations());
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        running.add(threads.submit(() -> send(seed, operations)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    System.out.println("answered: " + statuses);

    assertThat(wrong).as("seed %d, statuses %s", seed, statuses).isEmpty();
    assertThat(statuses.values().stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(REQUESTS);
    Set<String> never = api.operations().stream().map(Operation::id).collect(Collectors.toSet());
    never.removeAll(done.keySet());
    System.out.println("never done: " + never + "\nseldom done: " + seldom());
    System.out.println("not as documented: " + otherwise);
    assertThat(never)
        .as("all is done, not only refused")
        .hasSizeLessThanOrEqualTo(REQUESTS < ENOUGH_FOR_ALL ? api.operations().size() / 10 : 0);
    if (STRICT) {
      assertThat(otherwise).isEmpty();
    }
    assertThat(ADMINISTRATOR.get("/api/site").status()).isEqualTo(200);
  }

  /** What is close to never being done. */
  private List<Map.Entry<String, AtomicInteger>> seldom() {
    return done.entrySet().stream()
        .filter(entry -> entry.getValue().get() < SELDOM)
        .sorted(Comparator.comparingInt(entry -> entry.getValue().get()))
        .toList();
  }

  private void send(long seed, List<Operation> operations) {
    URI address = Platform.get().address();
    String host = address.getHost() + ":" + address.getPort();
    try (Wire wire = new Wire(address)) {
      for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
        Random random = new Random(seed * 31 + n);
        // the first of them prepare what the others are about
        Operation operation = operations.get(n < 200 ? n % 40 : random.nextInt(operations.size()));
        FuzzRequest request = new FuzzRequests(api, known, random).next(operation);
        judge(wire, host, request);
      }
    }
  }

  private void judge(Wire wire, String host, FuzzRequest request) {
    long start = System.nanoTime();
    try {
      Http.Answer answer = wire.send(request.method(), request.bytes(host));
      statuses.computeIfAbsent(answer.status(), key -> new AtomicInteger()).incrementAndGet();
      FuzzVerdict.of(request, answer)
          .ifPresent(
              verdict ->
                  tell(
                      verdict.brokenPromise() ? wrong : otherwise,
                      request,
                      answer,
                      verdict.what()));
      if (request.method().equalsIgnoreCase(request.operation().method())) {
        known.learn(request.operation(), request.about(), answer);
        if (answer.status() < 300) {
          done.computeIfAbsent(request.operation().id(), key -> new AtomicInteger())
              .incrementAndGet();
        }
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      long ms = Duration.ofNanos(System.nanoTime() - start).toMillis();
      wire.close();
      tell(wrong, request, null, "no answer after " + ms + " ms: " + e);
    }
  }

  private static void tell(
      Queue<String> told, FuzzRequest request, Http.Answer answer, String verdict) {
    if (told.size() < TOLD) {
      String body = answer == null ? "" : answer.body();
      told.add(
          "\n%s\n%s\n→ %s %s\n"
              .formatted(
                  verdict,
                  request,
                  answer == null ? "-" : answer.status(),
                  body.substring(0, Math.min(400, body.length()))));
    }
  }

  /** The operations, those that cost little many times. */
  private static List<Operation> often(List<Operation> operations) {
    List<Operation> often = new ArrayList<>();
    // making comes first: the rest is about what is there
    operations.stream()
        .filter(
            operation ->
                operation.id().matches("createArticle|publishArticle|comment|openWorkshop"))
        .forEach(operation -> often.addAll(java.util.Collections.nCopies(10, operation)));
    for (Operation operation : operations) {
      int times = 40 / ONE_IN.getOrDefault(operation.id(), 1);
      often.addAll(java.util.Collections.nCopies(times, operation));
    }
    return often;
  }
}
