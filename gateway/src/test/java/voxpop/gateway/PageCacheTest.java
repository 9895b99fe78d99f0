package voxpop.gateway;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;
import voxpop.kit.test.Promised;

/** The page cache: what it keeps, in which form, and when it lets go. */
class PageCacheTest {
  private static final String PAGE = "/de/hallo-welt";
  private static final String ASKED = "/pages/de/hallo-welt";

  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    browser = house.attentiveGateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Waits as long as a service may: no page is to come of it any more. */
  private static boolean held(CountDownLatch until) {
    try {
      return until.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void a_hit_asks_nobody_and_is_the_same_bytes_for_everybody() {
    String first = browser.get(PAGE).body();
    int asked = house.articles.asked.size() + house.comments.asked.size();
    var again =
        browser.get(
            PAGE, "Cookie", "reader=AAAAAAAAAAAAAAAAAAAAAA; theme=x", "Accept-Language", "en");
    assertThat(again.body()).isEqualTo(first);
    assertThat(header(again, "Cache-Status")).contains("hit");
    assertThat(header(again, "Set-Cookie")).isNull();
    assertThat(house.articles.asked.size() + house.comments.asked.size()).isEqualTo(asked);
  }

  @Test
  void queries_that_mean_nothing_do_not_make_a_page_anew() {
    browser.get(PAGE + "?utm_source=x");
    browser.get(PAGE + "?fbclid=y");
    browser.get(PAGE);
    assertThat(house.articles.asked(ASKED)).hasSize(1);
  }

  @Test
  void browsers_ask_by_etag_and_HEAD_answers_like_GET() {
    var page = browser.get(PAGE);
    String etag = header(page, "ETag");
    var unchanged = browser.get(PAGE, "If-None-Match", "\"x\", W/" + etag);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(header(unchanged, "ETag")).isEqualTo(etag);
    assertThat(browser.get(PAGE, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    var head = browser.send("HEAD", PAGE, null);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(etag);
    assertThat(header(head, "Content-Length"))
        .isEqualTo(Integer.toString(page.body().getBytes(StandardCharsets.UTF_8).length));
  }

  @Test
  void a_page_is_served_compressed_after_the_first_answer() throws Exception {
    byte[] plain = browser.bytes(PAGE).body();
    await()
        .until(
            () ->
                "br"
                    .equals(
                        header(
                            browser.bytes(PAGE, "Accept-Encoding", "gzip, br"),
                            "Content-Encoding")));
    var brotli = browser.bytes(PAGE, "Accept-Encoding", "gzip, br");
    assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain);
    var gzip = browser.bytes(PAGE, "Accept-Encoding", "gzip, br;q=0");
    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertThat(unzipped.readAllBytes()).isEqualTo(plain);
    }
    assertThat(header(gzip, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(brotli, "ETag")).isNotEqualTo(header(gzip, "ETag")).startsWith("\"");
    assertThat(
            browser
                .bytes(PAGE, "If-None-Match", header(gzip, "ETag"), "Accept-Encoding", "br")
                .statusCode())
        .isEqualTo(304);
    assertThat(browser.bytes(PAGE).body()).isEqualTo(plain);
  }

  @Test
  void many_who_miss_at_once_make_one_render() throws Exception {
    house.articles.slow(ASKED, 300);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all =
          IntStream.range(0, 40)
              .mapToObj(i -> pool.submit(() -> browser.get(PAGE).body()))
              .toList();
      for (Future<String> one : all) {
        assertThat(one.get()).contains("Hallo Welt");
      }
    }
    assertThat(house.articles.asked(ASKED)).hasSize(1);
    assertThat(house.comments.asked("/api/comments")).hasSize(1);
  }

  @Test
  void text_and_comments_are_asked_for_at_once_when_the_article_is_known() {
    browser.get(PAGE);
    CountDownLatch comments = new CountDownLatch(1);
    house.comments.on(
        "GET /api/comments",
        asked -> {
          comments.countDown();
          return Told.ok("{\"items\":[],\"next\":null,\"total\":0}");
        });
    // the text is not there before the comments were asked for
    house.articles.on(
        "GET " + ASKED,
        asked ->
            held(comments)
                ? Told.ok(House.pageJson("de", "hallo-welt", "Zugleich", 1))
                : Told.problem(500, "one-after-the-other", ""));
    house.articleChanged("published");
    await().until(() -> browser.get(PAGE).body().contains("Zugleich"));
  }

  @Test
  void an_edit_is_seen_by_every_gateway_within_a_second() throws Exception {
    Browser second = house.gateway();
    await().until(() -> header(second.get(PAGE), "Cache-Status").equals("voxpop; hit"));
    browser.get(PAGE);
    Promised.within(
        Duration.ofSeconds(1),
        round -> {
          String title = "Ganz neu " + round;
          house.page("de", "hallo-welt", title, 1);
          house.articleChanged("published");
          return () -> {
            assertThat(browser.get(PAGE).body()).contains(title);
            assertThat(second.get(PAGE).body()).contains(title);
          };
        });
  }

  @Test
  void what_was_withdrawn_is_gone_from_page_and_lists_even_when_article_service_is_away() {
    browser.get(PAGE);
    browser.get("/de/");
    house.articles.on("GET /pages/de/hallo-welt", "{\"state\":\"gone\"}");
    house.articles.on("GET /listings/de", House.LISTING.replace("Hallo <Welt>", "Etwas anderes"));
    house.articleChanged("withdrawn");
    await().until(() -> browser.get(PAGE).statusCode() == 410);
    assertThat(browser.get("/de/").body()).doesNotContain("Hallo &lt;Welt&gt;");
    house.articles.close();
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(503);
  }

  @Test
  void a_removed_article_is_dropped() {
    browser.get(PAGE);
    house.articles.on("GET /pages/de/hallo-welt", a -> Told.problem(404, "not-found", ""));
    house.articles.tell(
        "voxpop.article", House.ARTICLE, "{\"article\":\"" + House.ARTICLE + "\"}", "DELETE");
    await().until(() -> browser.get(PAGE).statusCode() == 404);
  }

  @Test
  void a_comment_is_seen_by_everybody_within_two_seconds_without_anybody_waiting()
      throws Exception {
    browser.get(PAGE);
    browser.get(PAGE);
    int rounds =
        Promised.within(
            Duration.ofSeconds(2),
            round -> {
              house.discussion(round, House.comment("Guter Text Nr. " + round + "!", ""));
              house.comments.tell(
                  "voxpop.thread",
                  House.ARTICLE,
                  "{\"article\":\"" + House.ARTICLE + "\",\"total\":" + round + "}");
              // Nobody asks meanwhile: it is renewed by itself.
              return () -> assertThat(house.comments.asked("/api/comments")).hasSize(1 + round);
            });
    await().until(() -> browser.get(PAGE).body().contains("Guter Text Nr. " + rounds + "!"));
    // The text is the one that was there.
    assertThat(house.articles.asked(ASKED)).hasSize(1);
    assertThat(house.articles.asked(House.COUNT)).hasSize(rounds);
  }

  @Test
  void a_hot_article_is_renewed_at_most_once_a_second_in_all_its_languages_together()
      throws Exception {
    String english = "/en/hello-world";
    house.page("en", "hello-world", "Hello World", 1);
    for (String path : List.of(PAGE, english, PAGE, english)) {
      browser.get(path);
    }
    int texts = house.articles.asked(ASKED).size();
    long start = System.nanoTime();
    for (int i = 2; i < 40; i++) {
      house.recommended(i);
      house.countChanged(i);
      for (String path : List.of(PAGE, english)) {
        // The cache isn't emptied: nobody waits.
        assertThat(header(browser.get(path), "Cache-Status")).contains("hit");
      }
      Thread.sleep(50);
    }
    await().until(() -> browser.get(PAGE).body().contains("39"));
    await().until(() -> browser.get(english).body().contains("39"));
    double seconds = (System.nanoTime() - start) / 1e9;
    int most = 1 + (int) Math.ceil(seconds);
    assertThat(house.articles.asked(House.COUNT)).hasSizeBetween(2, most);
    assertThat(house.comments.asked("/api/comments")).hasSizeBetween(2, 2 + most);
    assertThat(house.articles.asked(ASKED)).hasSize(texts);
  }

  @Test
  void an_edit_while_counts_are_renewed_is_not_lost() {
    browser.get(PAGE);
    browser.get(PAGE);
    house.articles.slow(House.COUNT, 500);
    house.countChanged(2);
    await().until(() -> house.articles.asked(House.COUNT).size() == 1);
    house.page("de", "hallo-welt", "Nach der Änderung", 1);
    house.articleChanged("published");
    await().until(() -> browser.get(PAGE).body().contains("Nach der Änderung"));
    await()
        .during(700, MILLISECONDS)
        .until(() -> browser.get(PAGE).body().contains("Nach der Änderung"));
  }

  @Test
  void related_articles_that_changed_are_seen_though_a_count_was_being_renewed() {
    browser.get(PAGE);
    browser.get(PAGE);
    house.articles.slow(House.COUNT, 300);
    house.countChanged(2);
    await().until(() -> house.articles.asked(House.COUNT).size() == 1);
    house.page("de", "hallo-welt", "Mit neuen Nachbarn", 2);
    house.articles.tell(
        "voxpop.related", House.ARTICLE + "/related", "{\"article\":\"" + House.ARTICLE + "\"}");
    await().until(() -> browser.get(PAGE).body().contains("Mit neuen Nachbarn"));
  }

  @Test
  void a_page_whose_time_is_up_is_served_while_one_request_renews_it() throws Exception {
    // Without its comments a page's time is short.
    house.comments.on("GET /api/comments", a -> Told.problem(503, "unavailable", ""));
    browser.get(PAGE);
    house.discussion(1, House.comment("Guter Text!", ""));
    int asked = house.articles.asked(ASKED).size();
    CountDownLatch answered = new CountDownLatch(1);
    house.articles.on(
        "GET " + ASKED,
        a -> {
          held(answered);
          return Told.ok(House.pageJson("de", "hallo-welt", "Hallo Welt", 1));
        });
    await().until(() -> header(browser.get(PAGE), "Cache-Status").contains("stale"));
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all =
          IntStream.range(0, 30)
              .mapToObj(i -> pool.submit(() -> header(browser.get(PAGE), "Cache-Status")))
              .toList();
      for (Future<String> one : all) {
        assertThat(one.get()).isEqualTo("voxpop; hit; detail=stale");
      }
    }
    answered.countDown();
    await().until(() -> browser.get(PAGE).body().contains("Guter Text!"));
    assertThat(house.articles.asked(ASKED)).hasSize(asked + 1);
  }

  @Test
  void a_render_that_a_purge_overtook_is_not_kept() throws Exception {
    CountDownLatch purged = new CountDownLatch(1);
    house.articles.on(
        "GET " + ASKED,
        asked -> {
          held(purged);
          return Told.ok(House.pageJson("de", "hallo-welt", "Hallo Welt", 1));
        });
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> old = pool.submit(() -> browser.get(PAGE).body());
      await().until(() -> house.articles.asked(ASKED).size() == 1);
      house.articleChanged("published");
      // whoever asks for what comes next has done what was there
      long polls = house.articles.feedPolls();
      await().until(() -> house.articles.feedPolls() > polls);
      purged.countDown();
      assertThat(old.get()).contains("Hallo Welt");
    }
    house.page("de", "hallo-welt", "Nach der Änderung", 1);
    assertThat(browser.get(PAGE).body()).contains("Nach der Änderung");
  }

  @Test
  void another_articles_change_leaves_a_page_alone_unless_it_is_shown_there() {
    browser.get(PAGE);
    String third = House.OTHER.replace('8', '1');
    house.articles.tell(
        "voxpop.article",
        third,
        "{\"article\":\""
            + third
            + "\",\"status\":\"published\",\"editions\":[{\"language\":\"en\",\"slug\":\"x\"}]}");
    await()
        .during(300, MILLISECONDS)
        .until(() -> header(browser.get(PAGE), "Cache-Status").equals("voxpop; hit"));
    house.articles.tell(
        "voxpop.article",
        House.OTHER,
        "{\"article\":\"" + House.OTHER + "\",\"status\":\"published\",\"editions\":[]}");
    await()
        .until(
            () ->
                house.articles.asked(ASKED).size() == 1
                    && !header(browser.get(PAGE), "Cache-Status").contains("hit"));
  }

  @Test
  void the_sites_settings_make_everything_new() {
    browser.get(PAGE);
    house.articles.on(
        "GET /site",
        "{\"name\":\"Neuer"
            + " Name\",\"address\":\"http://localhost:8080\",\"language\":\"de\",\"languages\":[\"de\"],\"timeZone\":\"UTC\",\"version\":2}");
    house.articles.tell("voxpop.site", "site", "{\"version\":2}");
    await().until(() -> browser.get(PAGE).body().contains("Neuer Name"));
  }

  @Test
  void a_feed_that_begins_anew_makes_everything_new() {
    house.articleChanged("published");
    await().until(() -> header(browser.get(PAGE), "Cache-Status").equals("voxpop; hit"));
    house.page("de", "hallo-welt", "Aus der Sicherung", 1);
    house.articles.forgetChanges();
    await().until(() -> browser.get(PAGE).body().contains("Aus der Sicherung"));
  }
}
