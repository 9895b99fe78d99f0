package voxpop.comment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voxpop.comment.DiscussionTest;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class ThreadTest extends DiscussionTest {
  private static final long SEED = 7;

  @Test
  void replies_follow_what_they_answer() {
    UUID article = articles.publish();
    String a = post(article, "a").text("id");
    String b = post(article, "b").text("id");
    String a1 = reply(article, a, "a1");
    String b1 = reply(article, b, "b1");
    String a2 = reply(article, a, "a2");
    String a1x = reply(article, a1, "a1x");
    Http.Answer thread = http.get("/api/comments?article=" + article);
    assertThat(ids(thread)).containsExactly(a, a1, a1x, a2, b, b1);
    assertThat(thread.<List<Map<String, Object>>>at("items"))
        .extracting(c -> c.get("depth"))
        .containsExactly(0, 1, 2, 1, 0, 1);
    assertThat(thread.text("items/2/parent")).isEqualTo(a1);
    assertThat(thread.text("total")).isEqualTo("6");
    assertThat(thread.text("next")).isNull();
    assertThat(ids(http.get("/api/comments?sort=newest&article=" + article)))
        .containsExactly(b, b1, a, a1, a1x, a2);
  }

  @Test
  void a_reply_stays_on_its_article() {
    UUID article = articles.publish();
    String there = post(articles.publish(), "there").text("id");
    Http.Answer answer = post(http, with(comment(article, "here"), "parent", there));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("parent");
  }

  @ParameterizedTest
  @CsvSource({"oldest,1", "oldest,3", "newest,1", "newest,4", "newest,200"})
  void stretches_together_are_the_thread(String sort, int limit) {
    UUID article = grown();
    Http reader = http.reader("writer of some");
    List<String> whole =
        ids(reader.get("/api/comments?limit=200&sort=" + sort + "&article=" + article));
    assertThat(whole).hasSize(24).doesNotHaveDuplicates();
    List<String> stretches = new ArrayList<>();
    String after = "";
    while (after != null) {
      Http.Answer stretch =
          reader.get(
              "/api/comments?article=" + article + "&sort=" + sort + "&limit=" + limit + after);
      assertThat(ids(stretch).size()).isLessThanOrEqualTo(limit);
      stretches.addAll(ids(stretch));
      after = stretch.text("next") == null ? null : "&after=" + stretch.text("next");
    }
    assertThat(stretches).isEqualTo(whole);
  }

  /** 20 published comments, and among them 4 of one reader that are held. */
  private UUID grown() {
    Random random = new Random(SEED);
    UUID article = articles.publish();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      boolean held = i % 6 == 5;
      Map<String, Object> comment =
          comment(article, held ? "http://a.example http://b.example http://c.example" : "c" + i);
      if (!ids.isEmpty() && random.nextBoolean()) {
        comment.put("parent", ids.get(random.nextInt(ids.size())));
      }
      Http.Answer posted = post(http.reader(held ? "writer of some" : "another"), comment);
      assertThat(posted.status()).isEqualTo(held ? 202 : 201);
      if (!held) {
        ids.add(posted.text("id"));
      }
    }
    return article;
  }

  @Test
  void one_discussion_for_all_languages_can_be_read_in_one() {
    UUID article = articles.publish();
    String german = post(article, "deutsch").text("id");
    String english = post(http, with(comment(article, "english"), "language", "en")).text("id");
    String path = "/api/comments?article=" + article;
    assertThat(ids(http.get(path))).containsExactly(german, english);
    for (String sort : List.of("oldest", "newest")) {
      Http.Answer inEnglish = http.get(path + "&language=EN&sort=" + sort);
      assertThat(ids(inEnglish)).containsExactly(english);
      assertThat(inEnglish.text("total")).as("all languages").isEqualTo("2");
      assertThat(inEnglish.text("items/0/language")).isEqualTo("en");
    }
  }

  @Test
  void a_person_who_waits_sees_their_comment_among_the_others_and_nobody_else_does() {
    UUID article = articles.tell(UUID.randomUUID(), "published", "held", "de");
    Http author = http.as(TestTokens.of(Role.AUTHOR));
    String id =
        author
            .post("/api/comments", Map.of("article", article.toString(), "body", "waiting"))
            .text("id");
    Http.Answer own = author.get("/api/comments?article=" + article);
    assertThat(ids(own)).containsExactly(id);
    assertThat(own.text("items/0/held")).isEqualTo("true");
    assertThat(own.text("items/0/own")).isEqualTo("true");
    assertThat(own.text("total")).isEqualTo("0");
    assertThat(ids(http.as(TestTokens.of(Role.AUTHOR)).get("/api/comments?article=" + article)))
        .isEmpty();
  }

  @Test
  void what_cannot_be_read_is_named() {
    String path = "/api/comments?article=" + articles.publish();
    for (String wrong :
        List.of("limit=0", "limit=201", "limit=x", "sort=best", "after=x", "language=not a tag")) {
      Http.Answer answer = http.get(path + "&" + wrong.replace(" ", "%20"));
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.text("violations/0/field"))
          .as(answer.body())
          .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }
}
