package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import voxpop.local.TwoOfEach;

/** Every program is replaced, one instance after the other, while people read and write. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollingTest {
  private static final Pattern PORT = Pattern.compile("\"Port\":(\\d+)");
  private static final int ARTICLES = 6;
  private static final int PEOPLE = 6;

  /** Some 60 requests a second: load, but not so much that two cores can’t start a program. */
  private static final Duration THINKING = Duration.ofMillis(90);

  private static TwoOfEach house;
  private static List<String> articles;
  private static List<String> pages;
  private static String token;

  private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();
  private volatile List<Integer> gateways = List.of();
  private volatile boolean going = true;
  private volatile String meanwhile = "";
  private int commentsBefore;

  @BeforeAll
  static void open() throws Exception {
    Path consul = RealPart.needed("consul");
    house = new TwoOfEach(Platform.root(), consul);
    try (Line line = new Line(healthyGateways().getFirst())) {
      articles = new ArrayList<>();
      pages = new ArrayList<>();
      String signIn = json(Map.of("email", TwoOfEach.EMAIL, "password", TwoOfEach.PASSWORD));
      token = text(line.send("POST", "/api/sessions", Map.of(), signIn), "token");
      for (int i = 0; i < ARTICLES; i++) {
        Line.Answer made = line.send("POST", "/api/articles", signedIn(), draft("Rollen " + i));
        String id = text(made, "id");
        line.send("PUT", "/api/articles/" + id + "/publication", signedIn(), "{}");
        Line.Answer published = line.send("GET", "/api/articles/" + id, Map.of(), null);
        articles.add(id);
        pages.add("/de/" + text(published, "slug"));
      }
      for (String article : articles) {
        awaitComment(line, article);
      }
    }
  }

  /** comment-service has heard of the article. */
  private static void awaitComment(Line line, String article) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (line.send("POST", "/api/comments", signedIn(), comment(article)).status() == 201) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no comment on " + article);
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  @Order(1)
  void a_rolling_restart_of_every_program_loses_no_request_and_takes_new_passwords_along()
      throws Exception {
    List<Thread> people = begin();
    house.rotateDatabaseUsers();
    for (String program : house.programs()) {
      for (int n = 0; n < 2; n++) {
        int before = answered.get();
        meanwhile = program + " " + n;
        Duration left = house.restart(program, n);
        System.out.printf(
            "%s %d: left within %d ms, %d requests answered meanwhile%n",
            program, n, left.toMillis(), answered.get() - before);
        assertThat(left).isLessThan(Duration.ofSeconds(30));
        assertThat(answered.get()).isGreaterThan(before + 50);
      }
    }
    house.dropFormerDatabaseUsers();
    int before = answered.get();
    await().atMost(Duration.ofMinutes(1)).until(() -> answered.get() > before + 200);
    end(people);
    assertThat(lost).as(house.warnings()).isEmpty();
    assertThat(written).hasValueGreaterThan(50);
    assertThat(total() - commentsBefore)
        .as("each comment that was acknowledged, once")
        .isEqualTo(written.get());
  }

  @Test
  @Order(2)
  void consul_may_end_and_nobody_notices() throws Exception {
    List<Thread> people = begin();
    house.stopConsul();
    // longer than anything that was asked of it is remembered
    Thread.sleep(5_000);
    int before = answered.get();
    await().atMost(Duration.ofMinutes(1)).until(() -> answered.get() > before + 200);
    end(people);
    assertThat(lost).as(house.warnings()).isEmpty();
    assertThat(total() - commentsBefore).isEqualTo(written.get());
  }

  private List<Thread> begin() throws Exception {
    gateways = healthyGateways();
    commentsBefore = total();
    List<Thread> people = new ArrayList<>();
    people.add(Thread.ofVirtual().start(this::lookForGateways));
    for (int i = 0; i < PEOPLE; i++) {
      int which = i;
      people.add(Thread.ofVirtual().start(() -> goOn(which)));
    }
    return people;
  }

  private void end(List<Thread> people) throws InterruptedException {
    going = false;
    for (Thread person : people) {
      person.join();
    }
  }

  /** As a load balancer does that asks Consul; without an answer it goes on with what it knew. */
  private void lookForGateways() {
    try {
      while (going) {
        List<Integer> found = healthyGateways();
        if (!found.isEmpty()) {
          gateways = found;
        }
        Thread.sleep(250);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Integer> healthyGateways() throws InterruptedException {
    Matcher ports = PORT.matcher(house.healthy("gateway"));
    List<Integer> found = new ArrayList<>();
    while (ports.find()) {
      found.add(Integer.valueOf(ports.group(1)));
    }
    return found;
  }

  /** Reads and writes in turn, over a connection that is kept while its gateway is to be used. */
  private void goOn(int which) {
    Line line = null;
    String reader = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    for (int i = which; going; i++) {
      String what = "";
      try {
        Thread.sleep(THINKING);
        if (line == null || !line.isOpen() || !gateways.contains(line.port)) {
          line = connect(line, i);
        }
        String article = articles.get(i / 8 % ARTICLES);
        what = meanwhile + ": " + i % 8 + " on " + line.port + ": ";
        Line.Answer answer = ask(line, i % 8, article, pages.get(i / 8 % ARTICLES), reader);
        answered.incrementAndGet();
        if (answer.status() >= 300) {
          lost.add(what + answer.status() + " " + answer.body());
        } else if (i % 8 == 5) {
          written.incrementAndGet();
        }
      } catch (IOException e) {
        lost.add(what + e);
        line = null;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Another gateway is tried only where nobody took the connection. */
  private Line connect(Line old, int i) throws IOException {
    if (old != null) {
      old.close();
    }
    List<Integer> now = gateways;
    try {
      return new Line(now.get(i % now.size()));
    } catch (ConnectException refused) {
      return new Line(now.get((i + 1) % now.size()));
    }
  }

  private static Line.Answer ask(Line line, int what, String article, String page, String reader)
      throws IOException {
    Map<String, String> asReader = Map.of("Cookie", "reader=" + reader);
    return switch (what) {
      case 0 -> line.send("GET", page, Map.of(), null);
      case 1 -> line.send("GET", "/api/articles?language=de&limit=5", Map.of(), null);
      case 2 -> line.send("GET", "/api/comments?article=" + article, Map.of(), null);
      case 3 -> line.send("GET", "/api/translations/" + article, signedIn(), null);
      case 4 -> line.send("PUT", "/api/articles/" + article + "/recommendation", asReader, "");
      case 5 -> line.send("POST", "/api/comments", signedIn(), comment(article));
      case 6 -> line.send("POST", "/api/articles", signedIn(), draft("Entwurf"));
      default -> line.send("GET", "/de/", Map.of(), null);
    };
  }

  private static int total() throws Exception {
    int total = 0;
    try (Line line = new Line(healthyOrKnown())) {
      for (String article : articles) {
        Line.Answer thread =
            line.send("GET", "/api/comments?limit=1&article=" + article, Map.of(), null);
        total += Integer.parseInt(text(thread, "total"));
      }
    }
    return total;
  }

  private static volatile int known;

  private static int healthyOrKnown() throws InterruptedException {
    List<Integer> found = healthyGateways();
    if (!found.isEmpty()) {
      known = found.getFirst();
    }
    return known;
  }

  private static Map<String, String> signedIn() {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static String draft(String title) throws IOException {
    return json(
        Map.of("language", "de", "title", title, "body", "Ein Satz.", "format", "markdown"));
  }

  private static String comment(String article) throws IOException {
    return json(Map.of("article", article, "body", "Gut " + UUID.randomUUID()));
  }

  private static String json(Map<String, ?> fields) throws IOException {
    return JsonMapper.createDefault().writeValueAsString(fields);
  }

  private static String text(Line.Answer answer, String field) throws IOException {
    Object value = JsonMapper.createDefault().readValue(answer.body(), Map.class).get(field);
    if (value == null) {
      throw new AssertionError(answer.toString());
    }
    return value.toString();
  }
}
