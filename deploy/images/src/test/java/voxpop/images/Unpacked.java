package voxpop.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image archive opened as the specification says: index, manifest, configuration, and the layers
 * one over the other.
 *
 * @param folder where the archive's own files are
 */
record Unpacked(Path folder, JsonNode index, JsonNode manifest, JsonNode config) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Unpacked of(Path tar, Path folder) throws IOException {
    extract(Files.newInputStream(tar), folder);
    JsonNode index = JSON.readTree(folder.resolve("index.json").toFile());
    JsonNode manifest = read(folder, index.at("/manifests/0"));
    return new Unpacked(folder, index, manifest, read(folder, manifest.path("config")));
  }

  private static JsonNode read(Path folder, JsonNode descriptor) throws IOException {
    return JSON.readTree(blob(folder, descriptor).toFile());
  }

  private static Path blob(Path folder, JsonNode descriptor) {
    return folder.resolve("blobs").resolve(descriptor.path("digest").asText().replace(':', '/'));
  }

  Path blob(JsonNode descriptor) {
    return blob(folder, descriptor);
  }

  static String sha256(InputStream in) throws Exception {
    MessageDigest sum = MessageDigest.getInstance("SHA-256");
    try (DigestInputStream digested = new DigestInputStream(in, sum)) {
      digested.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return "sha256:" + HexFormat.of().formatHex(sum.digest());
  }

  /** The root file system of a container. */
  Path root(Path root) throws IOException {
    for (JsonNode layer : manifest.path("layers")) {
      extract(new GZIPInputStream(Files.newInputStream(blob(layer))), root);
    }
    return root;
  }

  private static void extract(InputStream from, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (TarArchiveInputStream in = new TarArchiveInputStream(new BufferedInputStream(from))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(file, folder.resolve(entry.getLinkName()).normalize());
        } else {
          Files.copy(in, file);
          file.toFile().setExecutable((entry.getMode() & 0111) != 0, false);
          Files.setLastModifiedTime(file, FileTime.from(entry.getLastModifiedTime().toInstant()));
        }
      }
    }
  }
}
