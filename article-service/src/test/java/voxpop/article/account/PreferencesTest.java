package voxpop.article.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;
import voxpop.kit.caller.HouseHeaders;
import voxpop.kit.test.Http;

/** Who is written to, in which language, and how they get out of it. */
@MicronautTest(transactional = false)
class PreferencesTest extends ArticleServiceTest {
  private static final String WORKSHOP = "the-secret-of-translation-service-alone";

  @Override
  protected Map<String, String> settings() {
    var settings = new HashMap<>(super.settings());
    settings.put("voxpop.internal.accept.translation-service", WORKSHOP);
    return settings;
  }

  private static Map<String, Object> input(String name, String email, String... languages) {
    var input = new HashMap<String, Object>();
    input.put("email", email);
    input.put("name", name);
    input.put("displayName", name);
    input.put("roles", List.of("translator"));
    input.put("languages", List.of(languages));
    input.put("password", PASSWORD);
    return input;
  }

  private String translator(String name, String... languages) {
    return anna().post("/api/authors", input(name, name + "@example.org", languages)).text("id");
  }

  private static String preferences(String id) {
    return "/api/authors/" + id + "/preferences";
  }

  private Http workshop() {
    return http.with(HouseHeaders.INTERNAL, WORKSHOP);
  }

  /** What translation-service is told of somebody; null if they are not written to. */
  private Map<String, Object> listed(String id) {
    List<Map<String, Object>> all = workshop().get("/translators").at("items");
    return all.stream().filter(one -> id.equals(one.get("account"))).findFirst().orElse(null);
  }

  @Test
  void translators_with_a_language_are_written_to_and_nobody_else_learns_their_addresses() {
    var rosa = translator("rosa", "es", "fr");
    var idle = translator("idle");
    assertThat(listed(rosa))
        .containsEntry("email", "rosa@example.org")
        .containsEntry("displayName", "rosa")
        .containsEntry("languages", List.of("es", "fr"))
        .containsEntry("language", null);
    assertThat(listed(rosa).get("token"))
        .asString()
        .hasSize(43)
        .isEqualTo(listed(rosa).get("token"));
    assertThat(listed(idle)).isNull();
    assertThat(http.get("/translators").status()).isEqualTo(403);
    assertThat(anna().get("/translators").status()).isEqualTo(403);
  }

  @Test
  void each_says_for_themselves_and_an_administrator_for_all() {
    var vera = translator("vera", "fr");
    var self = http.as(token("vera@example.org", PASSWORD));
    assertThat(self.get(preferences(vera)).<Boolean>at("digest")).isTrue();
    var changed = self.put(preferences(vera), Map.of("language", "fr", "digest", false));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("language")).isEqualTo("fr");
    assertThat(listed(vera)).isNull();
    assertThat(anna().put(preferences(vera), Map.of("digest", true)).text("language")).isNull();
    assertThat(listed(vera)).isNotNull();
    var other = person("other", "editor");
    assertThat(other.get(preferences(vera)).status()).isEqualTo(403);
    assertThat(other.put(preferences(vera), Map.of("digest", true)).status()).isEqualTo(403);
    assertThat(http.get(preferences(vera)).status()).isEqualTo(401);
    var wrong = self.put(preferences(vera), Map.of("language", "pt", "digest", true));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("violations/0/field")).isEqualTo("language");
    assertThat(self.put(preferences(vera), Map.of()).text("violations/0/field"))
        .isEqualTo("digest");
  }

  @Test
  void the_language_that_somebody_chose_comes_with_their_session() {
    var ines = translator("ines", "es");
    var credentials = Map.of("email", "ines@example.org", "password", PASSWORD);
    var secret = Map.of("secret", http.post("/sessions", credentials).text("secret"));
    assertThat(http.post("/sessions/trades", secret).text("language")).isNull();
    anna().put(preferences(ines), Map.of("language", "es", "digest", true));
    assertThat(http.post("/sessions/trades", secret).text("language")).isEqualTo("es");
  }

  @Test
  void the_token_of_a_mail_ends_the_mails_as_often_as_it_is_used() {
    var lena = translator("lena", "fr");
    var token = Map.of("token", listed(lena).get("token"));
    for (int i = 0; i < 2; i++) {
      assertThat(http.post("/translators/unsubscriptions", token).status()).isEqualTo(204);
      assertThat(listed(lena)).isNull();
    }
    assertThat(http.post("/translators/unsubscriptions", Map.of("token", "no")).status())
        .isEqualTo(404);
    assertThat(workshop().post("/translators/unsubscriptions", token).status()).isEqualTo(403);
    anna().put(preferences(lena), Map.of("digest", true));
    assertThat(listed(lena)).containsEntry("token", token.get("token"));
  }

  @Test
  void a_refused_address_is_left_in_peace_until_it_is_another_one_or_mails_are_asked_for() {
    var mark = translator("mark", "fr");
    var refusal = Map.of("email", "mark@example.org", "code", "550 5.1.1");
    var path = "/translators/" + mark + "/refusals";
    assertThat(http.post(path, refusal).status()).isEqualTo(403);
    assertThat(workshop().post(path, Map.of("email", "a@b.c", "code", "250")).status())
        .isEqualTo(400);
    // of an address that has become another one nothing is noted
    workshop().post(path, Map.of("email", "old@example.org", "code", "550"));
    assertThat(listed(mark)).isNotNull();
    assertThat(workshop().post(path, refusal).status()).isEqualTo(204);
    assertThat(listed(mark)).isNull();
    assertThat(anna().get(preferences(mark)).text("refused")).isEqualTo("550 5.1.1");
    anna().put("/api/authors/" + mark, input("mark", "mark.new@example.org", "fr"));
    assertThat(listed(mark)).containsEntry("email", "mark.new@example.org");
    workshop().post(path, Map.of("email", "mark.new@example.org", "code", "550"));
    assertThat(listed(mark)).isNull();
    anna().put(preferences(mark), Map.of("digest", true));
    assertThat(listed(mark)).isNotNull();
  }
}
