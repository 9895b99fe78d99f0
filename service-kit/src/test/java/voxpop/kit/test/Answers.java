package voxpop.kit.test;

import static voxpop.kit.test.OpenApi.map;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import voxpop.kit.test.OpenApi.Operation;

/**
 * Holds every answer that a test gets from a public address to the document: its status, its
 * headers, its media type and its JSON; and what was taken from the caller as well.
 */
public final class Answers {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private static Answers house;

  private final OpenApi api;
  private final Schemas closed;
  private final Schemas open;

  private Answers(OpenApi api) {
    this.api = api;
    closed = new Schemas(api, true);
    open = new Schemas(api, false);
  }

  static synchronized Answers ofTheHouse() {
    if (house == null) {
      house = new Answers(OpenApi.ofTheHouse());
    }
    return house;
  }

  /**
   * Fails if the document doesn't allow this answer to this request.
   *
   * @param json the body that was sent, if it was JSON; else null
   */
  public static void check(String method, URI address, String json, Http.Answer answer) {
    String path = address.getRawPath();
    if (path.startsWith("/api/") && !method.equals("HEAD") && !method.equals("OPTIONS")) {
      ofTheHouse().hold(method, path, json, answer);
    }
  }

  private void hold(String method, String path, String json, Http.Answer answer) {
    Optional<Operation> found = api.operation(method, path);
    if (found.isEmpty()) {
      if (answer.status() < 400) {
        throw wrong(method + " " + path, "is in no document, but is answered", answer);
      }
      problem(method + " " + path, answer);
      return;
    }
    Operation operation = found.get();
    Object declared = map(operation.what().get("responses")).get("" + answer.status());
    if (declared == null) {
      throw wrong(operation, "has no such status in the document", answer);
    }
    Map<String, Object> response = api.followed(map(declared));
    headers(operation, map(response.get("headers")), answer);
    body(operation, map(response.get("content")), answer);
    if (answer.status() < 300 && json != null && !json.isEmpty()) {
      taken(operation, json, answer);
    }
  }

  private void headers(Operation operation, Map<String, Object> declared, Http.Answer answer) {
    declared.forEach(
        (name, header) -> {
          if (Boolean.TRUE.equals(api.followed(map(header)).get("required"))
              && answer.header(name) == null) {
            throw wrong(operation, "lacks the header " + name, answer);
          }
        });
  }

  private void body(Operation operation, Map<String, Object> content, Http.Answer answer) {
    if (content.isEmpty()) {
      if (!answer.body().isEmpty()) {
        throw wrong(operation, "has a body that the document doesn't have", answer);
      }
      return;
    }
    String type = type(answer);
    if (!content.containsKey(type)) {
      throw wrong(operation, "is of the type " + type + ", not " + content.keySet(), answer);
    }
    if (type.endsWith("json")) {
      String mistakes = closed.mistakes(map(content.get(type)).get("schema"), answer.body());
      if (!mistakes.isEmpty()) {
        throw wrong(operation, "is not as the document says:\n" + mistakes, answer);
      }
    }
  }

  private void taken(Operation operation, String json, Http.Answer answer) {
    Map<String, Object> content = map(map(operation.what().get("requestBody")).get("content"));
    if (content.containsKey(JSON)) {
      String mistakes = open.mistakes(map(content.get(JSON)).get("schema"), json);
      if (!mistakes.isEmpty()) {
        throw wrong(operation, "took what the document forbids:\n" + mistakes, answer);
      }
    }
  }

  private void problem(String what, Http.Answer answer) {
    if (!type(answer).equals(PROBLEM)) {
      throw wrong(what, "is an error that is no problem+json", answer);
    }
    String mistakes =
        closed.mistakes(Map.of("$ref", "#/components/schemas/Problem"), answer.body());
    if (!mistakes.isEmpty()) {
      throw wrong(what, "is no problem as the document says:\n" + mistakes, answer);
    }
  }

  /** What is wrong with an example; empty if nothing is. */
  String mistakes(Object schema, Object example) {
    return closed.mistakes(schema, OpenApi.json(example));
  }

  private static String type(Http.Answer answer) {
    String type = answer.header("Content-Type");
    return type == null ? "none" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static AssertionError wrong(Object operation, String what, Http.Answer answer) {
    return new AssertionError(
        "%s %s\n%d %s".formatted(operation, what, answer.status(), answer.body()));
  }
}
