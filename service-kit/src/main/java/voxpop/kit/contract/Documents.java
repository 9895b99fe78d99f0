package voxpop.kit.contract;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Merges the OpenAPI documents of several folders ({@code src/main/openapi/*.yaml} of a program)
 * into one. An operation or component that two of them describe is a mistake.
 */
public final class Documents {
  private static final List<String> BY_NAME = List.of("paths", "components");

  private final Map<String, Object> merged = new LinkedHashMap<>();

  private Documents() {}

  /**
   * Writes the merged document as JSON, for the build.
   *
   * @param arguments the file to write, and the folders to read
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Map<String, Object> document = read(Arrays.stream(arguments).skip(1).map(Path::of).toList());
    Files.write(file, JsonMapper.createDefault().writeValueAsBytes(document));
  }

  /** The document that these folders make together, with all errors of each operation. */
  public static Map<String, Object> read(List<Path> folders) throws IOException {
    Documents documents = new Documents();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          documents.add(file);
        }
      }
    }
    return Problems.completed(documents.merged);
  }

  private void add(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(1000);
    options.setAllowDuplicateKeys(false);
    Object loaded = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    map(loaded)
        .forEach(
            (name, value) -> {
              if (BY_NAME.contains(name)) {
                merge(file, name, map(value), name.equals("components"));
              } else if (merged.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException(file + " says " + name + " a second time");
              }
            });
  }

  private void merge(Path file, String part, Map<String, Object> added, boolean deep) {
    Map<String, Object> known = map(merged.computeIfAbsent(part, name -> new TreeMap<>()));
    added.forEach(
        (name, value) -> {
          if (deep) {
            Map<String, Object> kind = map(known.computeIfAbsent(name, key -> new TreeMap<>()));
            map(value).forEach((key, one) -> put(file, kind, key, one));
          } else {
            put(file, known, name, value);
          }
        });
  }

  private static void put(Path file, Map<String, Object> into, String name, Object value) {
    if (into.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException(file + " describes " + name + " a second time");
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
