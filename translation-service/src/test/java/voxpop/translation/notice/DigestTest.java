package voxpop.translation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import voxpop.kit.caller.Role;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.test.TestTokens;
import voxpop.translation.WorkshopTest;
import voxpop.translation.mail.MailServer;
import voxpop.translation.mail.MailSettings;
import voxpop.translation.mail.Mailer;

/** Mails to translators about what went stale, by a mail server that demands STARTTLS. */
@MicronautTest(transactional = false)
class DigestTest extends WorkshopTest {
  private static final String TEXT = "<p>One. Two. Three.</p>";
  private static final String EMAIL = "zoe@example.org";

  private final MailServer server = new MailServer(MailServer.Door.STARTTLS);
  private final UUID account = UUID.randomUUID();
  private final List<UUID> published = new ArrayList<>();

  @Inject Accounts accounts;
  @Inject Digests digests;
  @Inject DigestRepository repository;
  @Inject Stale stale;
  @Inject StaleTable table;
  @Inject Mailer mailer;
  @Inject MailSettings settings;
  @Inject JdbcOperations jdbc;
  @Inject TransactionOperations<Connection> transactions;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> all = new HashMap<>(super.settings());
    all.putAll(server.settings());
    // the tests themselves say when
    all.put("voxpop.mail.poll", "1h");
    all.put("voxpop.mail.after", "0s");
    return all;
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  @BeforeEach
  void afresh() {
    published.forEach(articles::withdraw);
    published.clear();
    await().until(() -> stale.count(List.of("fr"), -1, 1) == 0);
    server.taken.clear();
    server.recipient = null;
    server.content = null;
    execute("DELETE FROM digest");
    articles.refusals.clear();
    articles.translators(List.of(translator(account, "fr", "de")));
  }

  private static Map<String, Object> translator(UUID account, String into, String speaks) {
    Map<String, Object> translator = new HashMap<>();
    translator.put("account", account.toString());
    translator.put("displayName", "Zoë");
    translator.put("email", EMAIL);
    translator.put("languages", List.of(into, "fi"));
    translator.put("language", speaks);
    translator.put("token", "a-token");
    return translator;
  }

  private DigestSending sending() {
    return new DigestSending(accounts, digests, mailer, settings);
  }

  private void execute(String statement) {
    transactions.executeWrite(
        status -> jdbc.prepareStatement(statement, sql -> sql.executeUpdate()));
  }

  /** As if the time until the next mail, or the next try, had passed. */
  private void later() {
    execute("UPDATE digest SET due_at = '2020-01-01'");
  }

  private UUID staleArticle(String html) {
    UUID article = publish(TEXT);
    published.add(article);
    give(article, "fr");
    change(article, html);
    return article;
  }

  private void change(UUID article, String html) {
    long before = newest();
    edit(article, html);
    await().until(() -> newest() > before);
  }

  private long newest() {
    return stale.list(List.of("fr"), 0, Long.MAX_VALUE, 1).stream()
        .mapToLong(StaleSentence::position)
        .findFirst()
        .orElse(0);
  }

  private Digest row() {
    return repository.findByAccount(account).orElseThrow();
  }

  private static String part(MailServer.Taken mail, int number) throws Exception {
    var parts = (MimeMultipart) mail.message().getContent();
    return (String) parts.getBodyPart(number).getContent();
  }

  @Test
  void what_went_stale_is_told_once_in_the_translators_language_with_the_way_to_the_desk()
      throws Exception {
    UUID article = staleArticle("<p>One, <em>really</em>. Two, really. Three.</p>");
    sending().step();
    assertThat(server.taken).hasSize(1);
    MailServer.Taken mail = server.taken.getFirst();
    assertThat(mail.from()).isEqualTo("post@blog.example.org");
    assertThat(mail.to()).containsExactly(EMAIL);
    assertThat(mail.message().getSubject()).isEqualTo("2 Sätze überholt – Test");
    assertThat(mail.header("Content-Language")).isEqualTo("de");
    assertThat(mail.header("List-Unsubscribe"))
        .isEqualTo("<https://blog.example.org/mail/unsubscribe/a-token>");
    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
    Object segment = segment(desk(article, "fr"), "Two, really.").get("id");
    String desk =
        "https://blog.example.org/studio/translate/%s/fr?at=%s#s-%s"
            .formatted(article, segment, segment);
    assertThat(part(mail, 0))
        .contains("Hallo Zoë,", "A title, auf Französisch", "- One, really.", desk);
    var html = Jsoup.parse(part(mail, 1));
    assertThat(html.selectFirst("html").attr("lang")).isEqualTo("de");
    assertThat(html.select("a").eachAttr("href"))
        .contains(desk, "https://blog.example.org/mail/unsubscribe/a-token")
        .allMatch(href -> href.startsWith("https://blog.example.org/"));
    // nothing that is fetched when it is looked at
    assertThat(html.select("[src], link, style, script, form")).isEmpty();
    sending().step();
    later();
    sending().step();
    assertThat(server.taken).hasSize(1);
    change(article, "<p>One, <em>really</em>. Two, really. Three, really.</p>");
    later();
    sending().step();
    assertThat(server.taken).hasSize(2);
    assertThat(part(server.taken.getLast(), 0))
        .contains("Three, really.")
        .doesNotContain("Two, really.");
    assertThat(server.taken.getLast().header("Message-ID")).isNotEqualTo(mail.header("Message-ID"));
  }

  @Test
  void nothing_is_sent_without_news_before_the_writer_is_done_or_twice_a_day() {
    sending().step();
    UUID article = staleArticle("<p>One, really. Two. Three.</p>");
    var patient =
        new MailSettings(
            "localhost",
            null,
            null,
            null,
            MailSettings.Security.STARTTLS,
            null,
            null,
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1));
    var waiting = new Digests(repository, stale, table, patient, Clock.systemUTC());
    Optional<Digests.Claim> early =
        transactions.executeWrite(status -> waiting.claim(account, List.of("fr")));
    assertThat(early).isEmpty();
    // translated before it was told
    put(article, "fr", segment(desk(article, "fr"), "One, really."), "Un.", true);
    sending().step();
    assertThat(server.taken).isEmpty();
    change(article, "<p>One, really. Two, really. Three.</p>");
    sending().step();
    change(article, "<p>One, really. Two, really. Three, really.</p>");
    sending().step();
    assertThat(server.taken).hasSize(1);
  }

  @Test
  void it_speaks_as_the_studio_last_did_where_nobody_chose_a_language() throws Exception {
    articles.translators(List.of(translator(account, "fr", null)));
    http.as(TestTokens.of(account, List.of("fr"), Role.TRANSLATOR))
        .with("Accept-Language", "pt, es-MX;q=0.8, de;q=0.5")
        .put("/api/translations/stale/seen", Map.of("newest", 0));
    staleArticle("<p>One, really. Two. Three.</p>");
    sending().step();
    assertThat(server.taken.getFirst().message().getSubject())
        .isEqualTo("1 frase desfasada – Test");
  }

  @Test
  void an_address_that_is_refused_is_noted_where_it_is_kept_and_nowhere_else() {
    staleArticle("<p>One, really. Two. Three.</p>");
    server.recipient = new RejectException(550, "5.1.1 <" + EMAIL + "> is unknown here");
    sending().step();
    assertThat(articles.refusals)
        .containsExactly(
            "/translators/"
                + account
                + "/refusals {\"email\":\""
                + EMAIL
                + "\",\"code\":\"550 5.1.1\"}");
    assertThat(row().failure()).isEqualTo("550 5.1.1");
    var standing = http.as(TestTokens.of(Role.ADMINISTRATOR)).get("/api/translations/mail");
    assertThat(standing.text("failure")).isEqualTo("550 5.1.1");
    assertThat(standing.<Boolean>at("on")).isTrue();
    assertThat(editor().get("/api/translations/mail").status()).isEqualTo(403);
    // as article-service says from then on
    articles.translators(List.of());
    later();
    sending().step();
    assertThat(server.taken).isEmpty();
    assertThat(articles.refusals).hasSize(1);
  }

  @Test
  void a_server_that_cannot_just_now_or_is_away_is_tried_again_ever_more_rarely() throws Exception {
    UUID article = staleArticle("<p>One, really. Two. Three.</p>");
    server.recipient = new RejectException(451, "4.7.1 come again later");
    sending().step();
    assertThat(row().failure()).isEqualTo("451 4.7.1");
    Duration first = Duration.between(row().failedAt(), row().dueAt());
    sending().step();
    assertThat(row().attempts()).isEqualTo(1);
    server.stop();
    later();
    sending().step();
    assertThat(row().failure()).isEqualTo("away");
    assertThat(Duration.between(row().failedAt(), row().dueAt())).isEqualTo(first.multipliedBy(2));
    assertThat(articles.refusals).isEmpty();
    // what comes meanwhile is told as well
    change(article, "<p>One, really. Two. Three, really.</p>");
    server.recipient = null;
    server.start();
    later();
    sending().step();
    assertThat(server.taken).hasSize(1);
    assertThat(part(server.taken.getFirst(), 0)).contains("One, really.", "Three, really.");
    assertThat(row().failure()).isNull();
    later();
    sending().step();
    assertThat(server.taken).hasSize(1);
  }

  @Test
  void who_dies_before_sending_loses_nothing() throws Exception {
    UUID article = staleArticle("<p>One, really. Two. Three.</p>");
    Digests.Claim dead = digests.claim(account, List.of("fr")).orElseThrow();
    sending().step();
    assertThat(server.taken).as("as long as the lease holds").isEmpty();
    change(article, "<p>One, really. Two. Three, really.</p>");
    later();
    sending().step();
    assertThat(server.taken).hasSize(1);
    assertThat(server.taken.getFirst().header("Message-ID")).contains(dead.message().toString());
    later();
    sending().step();
    assertThat(server.taken).hasSize(2);
    assertThat(part(server.taken.getLast(), 0))
        .contains("Three, really.")
        .doesNotContain("One, really.");
  }

  @Test
  void who_dies_after_sending_says_it_at_most_once_again_by_the_same_name() throws Exception {
    staleArticle("<p>One, really. Two. Three.</p>");
    Digests.Claim dead = digests.claim(account, List.of("fr")).orElseThrow();
    var to = accounts.translators().items().getFirst();
    mailer.send(DigestLetter.of(accounts.house(), to, dead));
    later();
    sending().step();
    later();
    sending().step();
    assertThat(server.taken).hasSize(2);
    assertThat(server.taken.getFirst().header("Message-ID"))
        .isEqualTo(server.taken.getLast().header("Message-ID"));
  }

  @Test
  void of_many_instances_one_sends_it() throws Exception {
    staleArticle("<p>One, really. Two. Three.</p>");
    for (int round = 0; round < 5; round++) {
      List<Thread> instances = new ArrayList<>();
      for (int i = 0; i < 6; i++) instances.add(Thread.startVirtualThread(() -> sending().step()));
      for (Thread instance : instances) instance.join();
      assertThat(server.taken).hasSize(1);
      later();
    }
  }

  @Test
  void a_row_holds_no_address() {
    staleArticle("<p>One, really. Two. Three.</p>");
    sending().step();
    List<String> values =
        transactions.executeRead(
            status ->
                jdbc.prepareStatement(
                    "SELECT * FROM digest WHERE account = ?",
                    sql -> {
                      sql.setBytes(1, UuidBytes.bytes(account));
                      List<String> all = new ArrayList<>();
                      try (var row = sql.executeQuery()) {
                        row.next();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                          all.add(String.valueOf(row.getString(i)));
                        }
                      }
                      return all;
                    }));
    assertThat(values).hasSize(10).noneMatch(value -> value.contains(EMAIL));
  }
}
