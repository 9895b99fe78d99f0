package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voxpop.kit.test.TestDatabase;
import voxpop.local.Ports;

/**
 * Each program ends when one of its secrets is missing, with a sentence that names it, which a
 * cluster shows as the pod's last message.
 */
class MissingSecretsTest {
  private static final String RANDOM = "cmFuZG9tLXJhbmRvbS1yYW5kb20tcmFuZG9tLXJhbmQ";

  /** So many bytes at the end of its log become a container's last message. */
  private static final int KEPT = 2048;

  @TempDir static Path folder;

  @ParameterizedTest
  @CsvSource({
    "gateway, voxpop.gateway.Application, VOXPOP_INTERNAL_SECRET",
    "gateway, voxpop.gateway.Application, VOXPOP_GATEWAY_KEY",
    "article-service, voxpop.article.Application, VOXPOP_INTERNAL_SECRET",
    "article-service, voxpop.article.Application, VOXPOP_SIGNING_KEY",
    "article-service, voxpop.article.Application, VOXPOP_ADMIN_PASSWORD",
    "article-service, voxpop.article.Application, VOXPOP_MEDIA_SECRET_KEY",
    "article-service, voxpop.article.Application, DATASOURCES_DEFAULT_PASSWORD",
    "comment-service, voxpop.comment.Application, VOXPOP_CHALLENGE_KEY",
    "translation-service, voxpop.translation.Application, VOXPOP_INTERNAL_SECRET"
  })
  void a_program_without_a_secret_ends_and_names_it(String program, String main, String missing)
      throws Exception {
    Path target = Path.of("../..", program, "target");
    ProcessBuilder start =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                target.resolve(program + "-1.0.0-SNAPSHOT.jar") + ":" + target.resolve("lib/*"),
                main));
    Map<String, String> told = environment(missing);
    told.remove(missing);
    start.environment().putAll(told);
    Path said = Files.createTempFile(folder, "said", null);
    Process running = start.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(running.waitFor(60, TimeUnit.SECONDS)).as("it goes on without").isTrue();
    } finally {
      running.destroyForcibly();
    }
    assertThat(running.exitValue()).isNotZero();
    byte[] all = Files.readAllBytes(said);
    String end =
        new String(
            all,
            Math.max(0, all.length - KEPT),
            Math.min(all.length, KEPT),
            StandardCharsets.UTF_8);
    // the sentence may say that one of two is missing
    assertThat(end).containsPattern(missing + "[^\n]* is missing");
  }

  private static Map<String, String> environment(String missing) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("VOXPOP_LOG", "json");
    all.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
    all.put("MICRONAUT_SERVER_PORT", "" + Ports.free());
    all.put("VOXPOP_MANAGEMENT_PORT", "" + Ports.free());
    all.put("VOXPOP_INTERNAL_SECRET", RANDOM);
    all.put("VOXPOP_GATEWAY_KEY", RANDOM);
    all.put("VOXPOP_CHALLENGE_KEY", RANDOM);
    all.put(
        "VOXPOP_SIGNING_KEY", new ECKeyGenerator(Curve.P_256).keyID("k").generate().toJSONString());
    all.put("VOXPOP_ADMIN_EMAIL", "admin@example.org");
    all.put("VOXPOP_ADMIN_PASSWORD", "correct horse battery staple");
    all.put("VOXPOP_MEDIA_FOLDER", folder.resolve("media").toString());
    all.put("VOXPOP_SEARCH_FOLDER", folder.resolve("search").toString());
    if (missing.startsWith("VOXPOP_MEDIA")) {
      all.put("VOXPOP_MEDIA_BUCKET", "pictures");
      all.put("VOXPOP_MEDIA_ACCESS_KEY", "access");
    }
    Map<String, String> database = TestDatabase.get().freshSchema();
    all.put("DATASOURCES_DEFAULT_URL", database.get("datasources.default.url"));
    all.put("DATASOURCES_DEFAULT_USERNAME", database.get("datasources.default.username"));
    all.put("DATASOURCES_DEFAULT_PASSWORD", database.get("datasources.default.password"));
    return all;
  }
}
