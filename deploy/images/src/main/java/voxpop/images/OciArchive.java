package voxpop.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * An image as one file, in the layout of the OCI's image specification 1.1. The file that Jib
 * writes has no name that containerd takes for its own, and nothing that {@code docker load} before
 * 25 reads: both are added here.
 */
final class OciArchive {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDEX = "index.json";

  private OciArchive() {}

  /**
   * @param raw as Jib writes it
   * @param name with registry and tag
   * @return the digests of the layers, the lowest first
   */
  static List<String> named(Path raw, String name, Path tar) throws IOException {
    Map<String, byte[]> small = small(raw);
    ObjectNode index = (ObjectNode) JSON.readTree(small.get(INDEX));
    ObjectNode descriptor = (ObjectNode) index.withArray("manifests").get(0);
    descriptor
        .putObject("annotations")
        .put("io.containerd.image.name", name)
        .put("org.opencontainers.image.ref.name", name.substring(name.lastIndexOf(':') + 1));
    JsonNode manifest = JSON.readTree(small.get(blob(descriptor)));
    small.put(INDEX, JSON.writeValueAsBytes(index));
    small.put("manifest.json", JSON.writeValueAsBytes(forDocker(manifest, name)));
    small.put(
        "oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.US_ASCII));
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(tar)))) {
      for (Map.Entry<String, byte[]> file : small.entrySet()) {
        put(out, file.getKey(), file.getValue().length);
        out.write(file.getValue());
        out.closeArchiveEntry();
      }
      try (TarArchiveInputStream in = open(raw)) {
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          if (!small.containsKey(entry.getName()) && !entry.isDirectory()) {
            put(out, entry.getName(), entry.getSize());
            in.transferTo(out);
            out.closeArchiveEntry();
          }
        }
      }
    }
    return digests(manifest);
  }

  private static List<String> digests(JsonNode manifest) {
    List<String> digests = new ArrayList<>();
    manifest.path("layers").forEach(layer -> digests.add(layer.path("digest").asText()));
    return digests;
  }

  /** Everything but layers, by name. */
  private static Map<String, byte[]> small(Path raw) throws IOException {
    Map<String, byte[]> small = new TreeMap<>();
    try (TarArchiveInputStream in = open(raw)) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        // a manifest or configuration has kilobytes, a layer of ours megabytes
        if (!entry.isDirectory() && entry.getSize() < 1 << 18) {
          small.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return small;
  }

  private static ArrayNode forDocker(JsonNode manifest, String name) {
    ObjectNode image = JSON.createObjectNode().put("Config", blob(manifest.path("config")));
    image.putArray("RepoTags").add(name);
    ArrayNode layers = image.putArray("Layers");
    manifest.path("layers").forEach(layer -> layers.add(blob(layer)));
    return JSON.createArrayNode().add(image);
  }

  private static String blob(JsonNode descriptor) {
    return "blobs/" + descriptor.path("digest").asText().replace(':', '/');
  }

  private static TarArchiveInputStream open(Path tar) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(tar));
    return new TarArchiveInputStream(file);
  }

  private static void put(TarArchiveOutputStream out, String name, long size) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setModTime(FileTime.from(Tree.TIME));
    out.putArchiveEntry(entry);
  }
}
