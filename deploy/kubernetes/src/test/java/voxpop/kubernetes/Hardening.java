package voxpop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Pod Security "restricted", and what this house asks beyond it. */
final class Hardening {
  /** What "restricted" lets a pod mount. */
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "emptyDir",
          "projected",
          "persistentVolumeClaim",
          "secret",
          "downwardAPI",
          "ephemeral",
          "csi");

  /** An exact version, or a digest: never a tag that means another image tomorrow. */
  private static final String PINNED = "[^ ]+(:v?\\d+\\.\\d+\\.\\d+[^ :]*|@sha256:[0-9a-f]{64})";

  private Hardening() {}

  static void check(Manifest manifest) {
    JsonNode pod = manifest.pod();
    if (pod.isMissingNode()) {
      return;
    }
    assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
        .as("shares something of its node")
        .isFalse();
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
        .as("carries a token of the cluster's API")
        .isFalse();
    assertThat(pod.path("enableServiceLinks").asBoolean(true))
        .as("gets the Services as environment, where they would be read as settings")
        .isFalse();
    JsonNode security = pod.path("securityContext");
    assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(security.path("runAsUser").asInt()).isPositive();
    assertThat(security.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    pod.path("volumes")
        .forEach(
            volume ->
                volume
                    .fieldNames()
                    .forEachRemaining(
                        field ->
                            assertThat(field.equals("name") || VOLUMES.contains(field)).isTrue()));
    assertThat(manifest.containers()).isNotEmpty().allSatisfy(Hardening::container);
  }

  private static void container(JsonNode container) {
    JsonNode security = container.path("securityContext");
    assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(security.path("privileged").asBoolean(true)).isFalse();
    assertThat(security.path("capabilities").toString()).isEqualTo("{\"drop\":[\"ALL\"]}");
    for (String amount : new String[] {"cpu", "memory"}) {
      assertThat(container.at("/resources/requests").has(amount)).as("asks for " + amount).isTrue();
      assertThat(container.at("/resources/limits").has(amount)).as("limits " + amount).isTrue();
    }
    assertThat(container.path("image").asText()).matches(PINNED);
    container
        .path("ports")
        .forEach(port -> assertThat(port.has("hostPort")).as("a port of its node").isFalse());
  }
}
