package voxpop.article.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestDatabase;
import voxpop.local.Ports;

@MicronautTest(transactional = false)
class SiteTest extends ArticleServiceTest {

  private static Map<String, Object> site() {
    var site = new HashMap<String, Object>();
    site.put("name", "Stimmen");
    site.put("tagline", "Alle reden mit");
    site.put("address", "https://stimmen.example");
    site.put("language", "de");
    site.put("languages", List.of("de", "en", "pt-BR", "ar"));
    site.put("timeZone", "Europe/Berlin");
    site.put("machineEditions", "reviewed");
    site.put("comments", "held");
    return site;
  }

  @Test
  void everybody_reads_it_and_an_administrator_changes_it() {
    var before = http.get("/api/site");
    assertThat(before.<List<String>>at("languages")).contains("de", "tr");
    assertThat(http.put("/api/site", site()).status()).isEqualTo(401);
    assertThat(person("otto", "editor").put("/api/site", site()).status()).isEqualTo(403);
    assertThat(anna().with("If-Match", "\"99\"").put("/api/site", site()).status()).isEqualTo(412);
    var after = anna().put("/api/site", site());
    assertThat(after.status()).isEqualTo(200);
    assertThat(http.get("/site").body()).isEqualTo(after.body());
    assertThat(after.text("machineEditions")).isEqualTo("reviewed");
    assertThat(after.<Integer>at("version")).isGreaterThan(before.<Integer>at("version"));
    var made = anna().post("/api/articles", draft("ar", "سلام", "نص"));
    assertThat(made.text("dir")).isEqualTo("rtl");
    assertThat(made.text("comments"))
        .as("the site's rule, where the writer set none")
        .isEqualTo("held");
  }

  @Test
  void a_language_can_have_a_rule_of_its_own_for_machine_translations() {
    assertThat(http.get("/site").<Boolean>at("indexMachineEditions")).isFalse();
    @SuppressWarnings("unchecked")
    var before = (Map<String, Object>) http.get("/site").json();
    var own = new HashMap<>(before);
    own.put("machineEditionsByLanguage", Map.of("en", "published", "de", "reviewed"));
    own.put("indexMachineEditions", true);
    assertThat(anna().put("/api/site", own).status()).isEqualTo(200);
    var after = http.get("/site");
    assertThat(after.<Map<String, String>>at("machineEditionsByLanguage"))
        .containsOnly(Map.entry("en", "published"), Map.entry("de", "reviewed"));
    assertThat(after.<Boolean>at("indexMachineEditions")).isTrue();
    own.put("machineEditionsByLanguage", Map.of("pl", "published"));
    assertThat(anna().put("/api/site", own).text("violations/0/field"))
        .isEqualTo("machineEditionsByLanguage[pl]");
    own.put("machineEditionsByLanguage", Map.of("en", "sometimes"));
    assertThat(anna().put("/api/site", own).status()).isEqualTo(400);
    assertThat(anna().put("/api/site", before).<Map<?, ?>>at("machineEditionsByLanguage"))
        .isEmpty();
  }

  @Test
  void what_makes_no_sense_is_refused_by_field() {
    var bad = site();
    bad.put("language", "fi");
    bad.put("timeZone", "Mars/Olympus");
    List<Map<String, String>> violations = anna().put("/api/site", bad).at("violations");
    assertThat(violations)
        .extracting(one -> one.get("field"))
        .containsExactly("language", "timeZone");
    bad.put("address", "ftp://x/");
    assertThat(anna().put("/api/site", bad).text("violations/0/field")).isEqualTo("address");
  }

  @Test
  void two_instances_that_start_at_once_make_one_administrator() throws Exception {
    var properties = new HashMap<String, Object>(getProperties());
    properties.putAll(TestDatabase.get().freshSchema());
    Callable<EmbeddedServer> start =
        () -> {
          var own = new HashMap<>(properties);
          own.put("endpoints.all.port", Ports.free());
          return ApplicationContext.run(EmbeddedServer.class, own);
        };
    try (var pool = Executors.newFixedThreadPool(2)) {
      var servers = pool.invokeAll(List.of(start, start));
      for (var one : servers) {
        try (var instance = one.get()) {
          var door = new Http(instance.getURI(), Map.of("Voxpop-Internal", GATEWAY_SECRET));
          var signedIn = door.post("/api/sessions", Map.of("email", EMAIL, "password", PASSWORD));
          assertThat(signedIn.status()).isEqualTo(201);
          var people = door.as(signedIn.text("token")).get("/api/authors");
          assertThat(people.<List<?>>at("items")).hasSize(1);
        }
      }
    }
  }
}
