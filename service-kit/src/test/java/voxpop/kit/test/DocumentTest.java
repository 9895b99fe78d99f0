package voxpop.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static voxpop.kit.test.OpenApi.map;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import voxpop.kit.test.OpenApi.Operation;

/** What every part of the house's document must have, whoever writes it. */
class DocumentTest {
  private final OpenApi api = OpenApi.ofTheHouse();

  @Test
  void an_operation_has_a_name_of_its_own() {
    assertThat(api.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    assertThat(api.operations()).extracting(Operation::id).allMatch(id -> id.matches("[a-zA-Z]+"));
  }

  @Test
  void an_address_stands_there_once_whatever_its_variables_are_called() {
    assertThat(map(api.document().get("paths")).keySet().stream())
        .extracting(path -> path.replaceAll("\\{[^}]*}", "{}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_reference_leads_somewhere() {
    follow(api.document());
  }

  private void follow(Object part) {
    switch (part) {
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String) {
          api.followed(map(part));
        }
        map.values().forEach(this::follow);
      }
      case List<?> list -> list.forEach(this::follow);
      case null, default -> {}
    }
  }

  /** A comma too many makes a word of a sentence, and nobody would notice. */
  @Test
  void nothing_is_left_empty() {
    isSaid("", api.document());
  }

  private void isSaid(String name, Object part) {
    switch (part) {
      case null -> throw new AssertionError(name + " is empty");
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (!key.equals("example") && !key.equals("examples")) {
                  isSaid(name + "/" + key, value);
                }
              });
      case List<?> list -> list.forEach(value -> isSaid(name, value));
      default -> {}
    }
  }

  @TestFactory
  Stream<DynamicTest> an_operation_is_described_with_true_examples() {
    return api.operations().stream()
        .map(operation -> dynamicTest(operation.toString(), () -> isDescribed(operation)));
  }

  private void isDescribed(Operation operation) {
    Map<String, Object> what = operation.what();
    assertThat(what).containsKeys("operationId", "tags", "summary", "responses");
    assertThat(tags()).containsAll(OpenApi.list(what.get("tags")));
    assertThat(variables(operation.path())).isEqualTo(variables(operation));
    for (Map<String, Object> parameter : operation.parameters(api)) {
      if (Boolean.TRUE.equals(parameter.get("required"))) {
        assertThat(parameter).as("%s", parameter.get("name")).containsKey("example");
      }
      if (parameter.containsKey("example")) {
        holds(parameter.get("schema"), parameter.get("example"));
      }
    }
    hasTrueExamples(map(what.get("requestBody")));
    Map<String, Object> responses = map(what.get("responses"));
    assertThat(responses.keySet()).anyMatch(status -> status.startsWith("2"));
    responses.forEach(
        (status, response) -> {
          Map<String, Object> declared = api.followed(map(response));
          assertThat(declared).containsKey("description");
          hasTrueExamples(declared);
          if (status.startsWith("4") || status.startsWith("5")) {
            assertThat(map(declared.get("content"))).containsOnlyKeys("application/problem+json");
            assertThat(example(declared).get("status")).hasToString(status);
          }
        });
  }

  private void hasTrueExamples(Map<String, Object> body) {
    map(body.get("content"))
        .forEach(
            (type, content) -> {
              Map<String, Object> media = map(content);
              assertThat(examples(media)).as(type).isNotEmpty();
              examples(media).forEach(example -> holds(media.get("schema"), example));
            });
  }

  private static Stream<Object> examples(Map<String, Object> media) {
    return media.containsKey("example")
        ? Stream.of(media.get("example"))
        : map(media.get("examples")).values().stream().map(named -> map(named).get("value"));
  }

  private static Map<String, Object> example(Map<String, Object> response) {
    return map(map(map(response.get("content")).get("application/problem+json")).get("example"));
  }

  private static void holds(Object schema, Object example) {
    assertThat(Answers.ofTheHouse().mistakes(schema, example)).as(OpenApi.json(example)).isEmpty();
  }

  private Set<Object> tags() {
    return OpenApi.list(api.document().get("tags")).stream()
        .map(tag -> map(tag).get("name"))
        .collect(Collectors.toSet());
  }

  private static Set<String> variables(String path) {
    return java.util.regex.Pattern.compile("\\{([^}]*)}")
        .matcher(path)
        .results()
        .map(variable -> variable.group(1))
        .collect(Collectors.toSet());
  }

  private Set<String> variables(Operation operation) {
    return operation.parameters(api).stream()
        .filter(parameter -> "path".equals(parameter.get("in")))
        .map(parameter -> parameter.get("name").toString())
        .collect(Collectors.toSet());
  }
}
