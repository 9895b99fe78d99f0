package voxpop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes the Secrets, run as an operator runs it. */
class SecretsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Secrets made = Secrets.of("production");

  @Test
  void the_signing_key_is_a_private_p256_jwk_that_signs() throws Exception {
    JsonNode key = JSON.readTree(value("article-service", "signing-key"));
    assertThat(key.path("kty").asText() + key.path("crv").asText() + key.path("alg").asText())
        .isEqualTo("ECP-256ES256");
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
    KeyFactory keys = KeyFactory.getInstance("EC");
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.generatePrivate(new ECPrivateKeySpec(number(key, "d"), p256)));
    signature.update(new byte[] {1, 2, 3});
    byte[] signed = signature.sign();
    ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
    signature.initVerify((ECPublicKey) keys.generatePublic(new ECPublicKeySpec(point, p256)));
    signature.update(new byte[] {1, 2, 3});
    assertThat(signature.verify(signed)).isTrue();
  }

  @Test
  void the_signing_key_is_named_by_its_thumbprint() throws Exception {
    JsonNode key = JSON.readTree(value("article-service", "signing-key"));
    String members =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(key.path("x").asText(), key.path("y").asText());
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
    assertThat(key.path("kid").asText())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  @Test
  void what_a_caller_sends_is_what_the_others_accept() {
    for (String program : OverlaysTest.PROGRAMS.keySet()) {
      assertThat(value("internal-" + program, "secret"))
          .hasSizeGreaterThanOrEqualTo(32)
          .isEqualTo(value("internal-" + program, "accepted"));
    }
  }

  @Test
  void keys_are_32_random_bytes() {
    assertThat(
            Stream.of(value("gateway", "gateway-key"), value("comment-service", "challenge-key")))
        .allMatch(key -> Base64.getUrlDecoder().decode(key).length == 32);
  }

  @Test
  void no_two_overlays_share_anything_random() {
    Secrets other = Secrets.of("demo");
    made.byName()
        .forEach(
            (name, values) ->
                values.forEach(
                    (key, value) -> {
                      if (!key.equals("username") && value.length() > 16) {
                        assertThat(other.byName().get(name)).doesNotContainEntry(key, value);
                      }
                    }));
  }

  @Test
  void consul_s_tokens_are_uuids_and_its_files_are_json() throws Exception {
    UUID agent = UUID.fromString(value("consul-agent", "token"));
    assertThat(JSON.readTree(value("consul-agent", "agent.json")).at("/acl/tokens/agent").asText())
        .isEqualTo(agent.toString());
    assertThat(
            JSON.readTree(value("consul-management", "server.json"))
                .at("/acl/tokens/initial_management")
                .asText())
        .isEqualTo(UUID.fromString(value("consul-management", "token")).toString());
    String gossip = JSON.readTree(value("consul", "gossip.json")).path("encrypt").asText();
    assertThat(Base64.getDecoder().decode(gossip)).hasSize(32);
  }

  @Test
  void a_secret_that_is_there_stays_as_it_is(@TempDir Path folder) throws Exception {
    Path kubectl = folder.resolve("kubectl");
    // a cluster in which one Secret exists; what would be created is counted by name
    Files.writeString(
        kubectl,
        """
        #!/usr/bin/env bash
        case "$*" in
          *"get secret internal-gateway "*) echo secret/internal-gateway ;;
          *"get secret"*) ;;
          create*) awk '$1 == "name:" && !n++ {print "create " $2}' >> "$0.log" ;;
          apply*) echo "namespace/voxpop" ;;
        esac
        """);
    kubectl.toFile().setExecutable(true);
    String script = Kustomize.HOME.resolve("secrets").toString();
    String path = "PATH=" + folder + ":" + System.getenv("PATH");
    String told = Kustomize.run(List.of("env", path, script, "production"));
    List<String> created = Files.readAllLines(folder.resolve("kubectl.log"));
    assertThat(told).contains("there  internal-gateway");
    assertThat(created)
        .hasSize(made.byName().size() - 1)
        .contains("create article-service")
        .doesNotContain("create internal-gateway");
  }

  private String value(String name, String key) {
    return made.byName().get(name).get(key);
  }

  private static BigInteger number(JsonNode key, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
  }
}
