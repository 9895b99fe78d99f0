package voxpop.kit.test;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import voxpop.kit.contract.Documents;

/** The document of the public addresses: of the whole house, or of the program under test. */
public record OpenApi(Map<String, Object> document) {
  private static final List<String> PROGRAMS =
      List.of(
          "gateway", "article-service", "comment-service", "translation-service", "service-kit");
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private static OpenApi house;

  /** What a method does at an address. */
  public record Operation(
      String method, String path, Map<String, Object> item, Map<String, Object> what) {

    /** Its own parameters and those of its address, references followed. */
    public List<Map<String, Object>> parameters(OpenApi api) {
      return Stream.of(item, what)
          .flatMap(part -> list(part.get("parameters")).stream())
          .map(parameter -> api.followed(map(parameter)))
          .toList();
    }

    public String id() {
      return String.valueOf(what.get("operationId"));
    }

    private boolean takes(String[] segments) {
      String[] own = path.split("/", -1);
      if (own.length != segments.length) {
        return false;
      }
      for (int i = 0; i < own.length; i++) {
        if (!own[i].startsWith("{") && !own[i].equals(segments[i])) {
          return false;
        }
      }
      return true;
    }

    private long variables() {
      return path.chars().filter(c -> c == '{').count();
    }

    @Override
    public String toString() {
      return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }
  }

  /** The merged document, as the gateway serves it. */
  public static synchronized OpenApi ofTheHouse() {
    if (house == null) {
      house = of(PROGRAMS.stream().map(OpenApi::folder).toList());
    }
    return house;
  }

  /** What one program says of its own addresses. */
  public static OpenApi of(String program) {
    return of(List.of(folder(program)));
  }

  /** The same of the program under test. */
  static OpenApi here() {
    return of(Path.of("").toAbsolutePath().getFileName().toString());
  }

  private static OpenApi of(List<Path> folders) {
    try {
      return new OpenApi(Documents.read(folders));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String program) {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("service-kit"))) {
      here = here.getParent();
    }
    return here.resolve(program).resolve("src/main/openapi");
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    map(document.get("paths"))
        .forEach(
            (path, item) -> {
              for (String method : METHODS) {
                if (map(item).get(method) != null) {
                  operations.add(
                      new Operation(method, path, map(item), map(map(item).get(method))));
                }
              }
            });
    return operations;
  }

  /** What answers a request: the address with the fewest variables that fits. */
  public Optional<Operation> operation(String method, String path) {
    String[] segments = path.split("/", -1);
    return operations().stream()
        .filter(operation -> operation.method().equalsIgnoreCase(method))
        .filter(operation -> operation.takes(segments))
        .min(Comparator.comparing(Operation::variables));
  }

  /** What a reference within the document leads to; anything else is itself. */
  public Map<String, Object> followed(Map<String, Object> part) {
    if (!(part.get("$ref") instanceof String reference)) {
      return part;
    }
    Object here = document;
    for (String step : Arrays.stream(reference.split("/", -1)).skip(1).toList()) {
      here = map(here).get(step);
      if (here == null) {
        throw new AssertionError(reference + " leads nowhere");
      }
    }
    return map(here);
  }

  /** The document as JSON text. */
  public String json() {
    return json(document);
  }

  static String json(Object value) {
    try {
      return JsonMapper.createDefault().writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }
}
