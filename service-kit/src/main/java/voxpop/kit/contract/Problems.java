package voxpop.kit.contract;

import static voxpop.kit.contract.Documents.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Completes operations by the errors that they may answer: those that an operation lists as {@code
 * x-problems}, and those that follow from its shape.
 */
final class Problems {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** The components that describe an error, by status. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(400, "BadRequest"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(406, "NotAcceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(412, "PreconditionFailed"),
          Map.entry(413, "ContentTooLarge"),
          Map.entry(415, "UnsupportedMediaType"),
          Map.entry(428, "PreconditionRequired"),
          Map.entry(429, "TooManyRequests"),
          Map.entry(503, "ServiceUnavailable"));

  private Problems() {}

  static Map<String, Object> completed(Map<String, Object> document) {
    Map<String, Object> paths = new TreeMap<>();
    map(document.getOrDefault("paths", Map.of()))
        .forEach((path, item) -> paths.put(path, item(map(item))));
    Map<String, Object> completed = new LinkedHashMap<>(document);
    completed.put("paths", paths);
    return completed;
  }

  private static Map<String, Object> item(Map<String, Object> item) {
    Map<String, Object> completed = new LinkedHashMap<>();
    item.forEach(
        (name, value) ->
            completed.put(
                name,
                METHODS.contains(name)
                    ? operation(name, map(value), item.containsKey("parameters"))
                    : value));
    return completed;
  }

  private static Map<String, Object> operation(
      String method, Map<String, Object> operation, boolean parameters) {
    Set<Integer> statuses = new TreeSet<>(Set.of(406, 429, 503));
    Map<String, Object> completed = new LinkedHashMap<>(operation);
    if (completed.remove("x-problems") instanceof List<?> own) {
      own.forEach(status -> statuses.add((Integer) status));
    }
    if (!method.equals("get")) {
      // sent from another site's page; with a body that isn't taken, be there a use for one or not
      statuses.addAll(Set.of(403, 413, 415));
    }
    if (parameters || operation.containsKey("parameters")) {
      statuses.add(400);
    }
    if (operation.containsKey("requestBody")) {
      statuses.add(400);
    }
    if (operation.get("security") instanceof List<?> ways) {
      // a token that is no longer good is refused even where none is needed
      statuses.add(401);
      if (!ways.contains(Map.of())) {
        statuses.add(403);
      }
    }
    Map<String, Object> responses =
        new TreeMap<>(map(operation.getOrDefault("responses", Map.of())));
    for (int status : statuses) {
      responses.put(Integer.toString(status), reference(NAMES.get(status), status));
    }
    completed.put("responses", responses);
    return completed;
  }

  private static Map<String, Object> reference(@Nullable String name, int status) {
    Objects.requireNonNull(name, () -> "no component describes an error of status " + status);
    return Map.of("$ref", "#/components/responses/" + name);
  }
}
