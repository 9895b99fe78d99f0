package voxpop.comment.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class CommentTest extends DiscussionTest {
  private final UUID article = articles.publish();

  @BeforeAll
  void learn() {
    http.get("/api/comments?article=" + article);
  }

  @Test
  void it_is_published_and_answered_with_its_address() {
    Http.Answer answer = post(article, "Hello *you*");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/comments/" + answer.text("id"));
    assertThat(answer.text("article")).isEqualTo(article.toString());
    assertThat(answer.text("html")).isEqualTo("<p>Hello <em>you</em></p>");
    assertThat(answer.text("body")).isEqualTo("Hello *you*");
    assertThat(answer.text("status")).isEqualTo("published");
    assertThat(answer.text("createdAt")).endsWith("Z");
    assertThat(UUID.fromString(answer.text("id")).version()).isEqualTo(7);
    assertThat(http.get(answer.header("Location")).text("name")).isEqualTo("Rosa");
  }

  @Test
  void the_address_for_mail_is_in_no_answer() {
    Http writer = http.reader("mail");
    Http.Answer posted = post(writer, comment(article, "secret address"));
    String moderator = TestTokens.of(Role.MODERATOR);
    http.as(moderator)
        .put("/api/comments/" + posted.text("id") + "/verdict", Map.of("verdict", "spam"));
    for (Http.Answer answer :
        List.of(
            posted,
            writer.get("/api/comments?article=" + article),
            writer.get("/api/comments/" + posted.text("id")),
            http.as(moderator).get("/api/comments/" + posted.text("id")),
            http.as(moderator).get("/api/comments?status=spam"))) {
      assertThat(answer.body()).doesNotContain("rosa@example.org", "email");
    }
  }

  @Test
  void each_field_that_is_wrong_is_named() {
    assertViolation(comment(article, " "), "body");
    assertViolation(comment(article, "x".repeat(10_001)), "body");
    assertViolation(comment(article, "[a]: http://example.org"), "body");
    assertViolation(with(comment(article, "a"), "name", ""), "name");
    assertViolation(with(comment(article, "a"), "name", "\u202e \u0007"), "name");
    assertViolation(with(comment(article, "a"), "name", "x".repeat(81)), "name");
    assertViolation(with(comment(article, "a"), "email", null), "email");
    assertViolation(with(comment(article, "a"), "email", "nobody"), "email");
    assertViolation(with(comment(article, "a"), "email", "a@" + "x".repeat(300) + ".org"), "email");
    assertViolation(with(comment(article, "a"), "language", "not a tag"), "language");
    assertViolation(with(comment(article, "a"), "parent", UUID.randomUUID().toString()), "parent");
    assertViolation(with(comment(article, "a"), "parent", "x"), "parent");
    assertThat(http.post("/api/comments", "{").status()).isEqualTo(400);
    assertThat(http.post("/api/comments", Map.of("body", "no article")).status()).isEqualTo(400);
  }

  private void assertViolation(Map<String, Object> comment, String field) {
    Http.Answer answer = post(http, comment);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("violations/0/field")).as(answer.body()).isEqualTo(field);
  }

  @Test
  void a_mistake_does_not_use_up_the_sum() {
    Map<String, Object> solution = solved(http, article);
    Map<String, Object> comment = with(comment(article, "a"), "challenge", solution);
    String gone = UUID.randomUUID().toString();
    assertThat(http.post("/api/comments", with(comment, "parent", gone)).status()).isEqualTo(400);
    assertThat(http.post("/api/comments", comment).status()).isEqualTo(201);
  }

  @Test
  void a_name_is_one_line_of_visible_text() {
    Http.Answer answer =
        post(http, with(comment(article, "a"), "name", " Ada\n\u202e  <b>Lovelace\u0000 "));
    assertThat(answer.text("name")).isEqualTo("Ada <b>Lovelace");
  }

  @Test
  void four_byte_characters_and_right_to_left_text_stay() {
    String body = "😀 שלום";
    assertThat(post(article, body).text("body")).isEqualTo(body);
  }

  @Test
  void signed_in_people_need_no_name_address_or_sum() {
    UUID author = UUID.randomUUID();
    String token = TestTokens.of(author, "Grace", List.of(), Duration.ofMinutes(5), Role.AUTHOR);
    Map<String, Object> comment = Map.of("article", article.toString(), "body", "signed");
    Http.Answer answer = http.as(token).post("/api/comments", comment);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("name")).isEqualTo("Grace");
    assertThat(answer.text("authorId")).isEqualTo(author.toString());
  }

  @Test
  void a_comment_has_its_own_language() {
    assertThat(post(http, with(comment(article, "a"), "language", "pt-br")).text("language"))
        .isEqualTo("pt-BR");
    assertThat(post(article, "a").text("language")).as("the article's").isEqualTo("de");
    Map<String, Object> comment = with(comment(article, "a"), "challenge", solved(http, article));
    assertThat(http.post("/api/comments?language=fr", comment).text("language"))
        .as("the page's")
        .isEqualTo("fr");
  }

  @Test
  void an_article_is_known_as_soon_as_it_is_published() {
    UUID draft = articles.tell(UUID.randomUUID(), "draft", "open", "de");
    assertThat(http.get("/api/comments?article=" + draft).status()).isEqualTo(404);
    articles.tell(draft, "published", "open", "de");
    assertThat(http.get("/api/comments?article=" + draft).status()).isEqualTo(200);
    assertThat(http.get("/api/challenges?article=" + articles.publish()).status()).isEqualTo(200);
  }

  @Test
  void there_is_nothing_to_say_to_what_is_not_there() {
    String unknown = UUID.randomUUID().toString();
    for (String path : List.of("/api/comments?article=", "/api/challenges?article=")) {
      assertThat(http.get(path + unknown).status()).isEqualTo(404);
      assertThat(http.get(path + "x").status()).isEqualTo(400);
    }
    UUID withdrawn = articles.publish();
    Map<String, Object> comment =
        with(comment(withdrawn, "a"), "challenge", solved(http, withdrawn));
    articles.tell(withdrawn, "withdrawn", "open", "de");
    await()
        .untilAsserted(
            () -> assertThat(http.post("/api/comments", comment).status()).isEqualTo(410));
    assertThat(http.get("/api/comments?article=" + withdrawn).status()).isEqualTo(410);
    assertThat(http.get("/api/comments").text("violations/0/field")).isEqualTo("article");
  }

  @Test
  void what_was_said_goes_with_its_article() {
    UUID removed = articles.publish();
    String id = post(removed, "gone with it").text("id");
    articles.remove(removed);
    Http moderator = http.as(TestTokens.of(Role.MODERATOR));
    await()
        .untilAsserted(
            () -> assertThat(moderator.get("/api/comments/" + id).status()).isEqualTo(404));
    assertThat(http.get("/api/comments?article=" + removed).status()).isEqualTo(404);
  }

  @Test
  void while_article_service_is_away_what_is_known_goes_on() {
    articles.away(true);
    try {
      Http.Answer unknown = http.get("/api/comments?article=" + UUID.randomUUID());
      assertThat(unknown.status()).isEqualTo(503);
      assertThat(unknown.header("Retry-After")).isNotNull();
      assertThat(post(article, "still here").status()).isEqualTo(201);
    } finally {
      articles.away(false);
    }
  }

  @Test
  void a_closed_discussion_can_be_read_but_not_added_to() {
    UUID closing = articles.publish();
    post(closing, "before");
    Map<String, Object> late = with(comment(closing, "after"), "challenge", solved(http, closing));
    articles.tell(closing, "published", "closed", "de");
    await()
        .untilAsserted(
            () ->
                assertThat(http.post("/api/comments", late).text("type"))
                    .isEqualTo("/problems/comments-closed"));
    assertThat(http.post("/api/comments", late).status()).isEqualTo(409);
    assertThat(http.get("/api/comments?article=" + closing).text("total")).isEqualTo("1");
  }

  @Test
  void its_writer_can_take_it_back() {
    UUID quiet = articles.publish();
    Http writer = http.reader("repentant");
    String id = post(writer, comment(quiet, "forget this")).text("id");
    assertThat(http.reader("stranger").delete("/api/comments/" + id).status()).isEqualTo(403);
    assertThat(http.delete("/api/comments/" + id).status()).isEqualTo(403);
    assertThat(writer.delete("/api/comments/" + id).status()).isEqualTo(204);
    assertThat(http.get("/api/comments/" + id).status()).isEqualTo(404);
    Http.Answer thread = http.get("/api/comments?article=" + quiet);
    assertThat(thread.text("total")).isEqualTo("0");
    assertThat(thread.<List<?>>at("items")).isEmpty();
    Http moderator = http.as(TestTokens.of(Role.MODERATOR));
    assertThat(moderator.get("/api/comments/" + id).body()).doesNotContain("forget this", "Rosa");
    assertThat(
            moderator
                .put("/api/comments/" + id + "/verdict", Map.of("verdict", "approved"))
                .status())
        .isEqualTo(409);
  }

  @Test
  void what_was_taken_back_keeps_the_place_of_its_replies() {
    UUID quiet = articles.publish();
    Http writer = http.reader("repentant");
    String id = post(writer, comment(quiet, "forget this")).text("id");
    reply(quiet, id, "too late");
    writer.delete("/api/comments/" + id);
    Http.Answer thread = http.get("/api/comments?article=" + quiet);
    assertThat(thread.text("items/0/id")).isEqualTo(id);
    assertThat(thread.text("items/0/removed")).isEqualTo("true");
    assertThat(thread.text("items/0/body")).isEmpty();
    assertThat(thread.text("items/1/body")).isEqualTo("too late");
    assertThat(thread.text("total")).isEqualTo("1");
  }

  @Test
  void nobody_but_the_house_is_answered() {
    assertThat(http.without("Voxpop-Internal").get("/api/comments?article=" + article).status())
        .isEqualTo(403);
  }
}
