package voxpop.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is in an image, as a CycloneDX document: the libraries as Maven knows them, and what lies
 * below them, the run-time and the base.
 */
final class Bill {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bill() {}

  /**
   * What an image stands on.
   *
   * @param name as it was asked for
   * @param layers their digests
   */
  record Base(String name, List<String> layers) {}

  /**
   * @param libraries the document of the program's module
   * @param jar the program's, which must not be newer
   */
  static void write(Path libraries, Path jar, Base base, Path file) throws IOException {
    if (!Files.exists(libraries)
        || Files.getLastModifiedTime(libraries).compareTo(Files.getLastModifiedTime(jar)) < 0) {
      throw new IOException(
          libraries
              + " is missing or of an earlier build: what writes it works only while Maven is"
              + " online (without -o).");
    }
    ObjectNode bill = (ObjectNode) JSON.readTree(libraries.toFile());
    ArrayNode components = bill.withArray("components");
    String java = Runtime.version().toString();
    components
        .addObject()
        .put("type", "platform")
        .put("bom-ref", "run-time")
        .put("publisher", System.getProperty("java.vendor"))
        .put("name", "OpenJDK")
        .put("version", java)
        .put("purl", "pkg:generic/openjdk@" + java.replace("+", "%2B"));
    boolean local = base.name().startsWith("tar://");
    int colon = base.name().lastIndexOf(':');
    ObjectNode below =
        components
            .addObject()
            .put("type", "container")
            .put("bom-ref", "base")
            .put("name", local || colon < 0 ? "base" : base.name().substring(0, colon))
            .put("version", local || colon < 0 ? "local" : base.name().substring(colon + 1));
    ArrayNode properties = below.putArray("properties");
    for (String layer : base.layers()) {
      properties.addObject().put("name", "voxpop:layer").put("value", layer);
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), bill);
  }
}
