package voxpop.kubernetes;

import static voxpop.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The volumes of one workload: each mounted, each mount there, each with contents that exist. */
record Volumes(Manifest workload, References references) {
  void follow() {
    Set<String> volumes = new HashSet<>();
    each(workload.pod().path("volumes"))
        .forEach(
            volume -> {
              volumes.add(volume.path("name").asText());
              contents(volume);
            });
    each(workload.at("/spec/volumeClaimTemplates"))
        .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
    Set<String> mounted =
        workload
            .containers()
            .flatMap(container -> each(container.path("volumeMounts")))
            .map(mount -> mount.path("name").asText())
            .collect(Collectors.toSet());
    references.require(
        volumes.equals(mounted), workload, "has volumes " + volumes + ", mounts " + mounted);
  }

  private void contents(JsonNode volume) {
    JsonNode claim = volume.at("/persistentVolumeClaim/claimName");
    if (!claim.isMissingNode()) {
      references.require(
          references.find("PersistentVolumeClaim", claim.asText()).isPresent(),
          workload,
          "no claim " + claim.asText());
    }
    config(volume.path("configMap"));
    each(volume.at("/projected/sources"))
        .forEach(
            source -> {
              secret(source.path("secret"));
              config(source.path("configMap"));
            });
    references.require(
        volume.path("secret").isMissingNode(), workload, "mount Secrets key by key, projected");
  }

  private void secret(JsonNode secret) {
    each(secret.path("items"))
        .forEach(
            item ->
                references.secret(
                    workload, secret.path("name").asText(), item.path("key").asText()));
  }

  private void config(JsonNode config) {
    each(config.path("items"))
        .forEach(
            item ->
                references.config(
                    workload, config.path("name").asText(), item.path("key").asText()));
  }
}
