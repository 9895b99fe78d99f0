package voxpop.kit.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Checks JSON against the schemas of a document (JSON Schema 2020-12), formats included. Closed,
 * objects have no property that the document doesn't know: callers must expect more, but we must
 * have written it down.
 */
final class Schemas {
  private static final String HOME = "https://voxpop.test/schemas";

  private final SchemaRegistry registry;
  private final boolean closed;
  private final Map<Object, Schema> known = new ConcurrentHashMap<>();

  Schemas(OpenApi api, boolean closed) {
    this.closed = closed;
    Object named = OpenApi.map(api.document().get("components")).get("schemas");
    String home = text(Map.of("$id", HOME, "$defs", closed ? closed(named) : named));
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(HOME, home))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** What is wrong with the JSON, in lines; empty if nothing is. */
  String mistakes(Object schema, String json) {
    List<Error> errors =
        known
            .computeIfAbsent(
                schema,
                key -> registry.getSchema(text(closed ? closed(schema) : schema), InputFormat.JSON))
            .validate(json, InputFormat.JSON);
    return errors.stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .collect(Collectors.joining("\n"));
  }

  private static String text(Object schema) {
    return OpenApi.json(schema).replace("\"#/components/schemas/", "\"" + HOME + "#/$defs/");
  }

  private static Object closed(Object schema) {
    return switch (schema) {
      case Map<?, ?> map -> {
        Map<Object, Object> closed = new LinkedHashMap<>();
        map.forEach((key, value) -> closed.put(key, closed(value)));
        if (map.get("properties") instanceof Map<?, ?>) {
          closed.putIfAbsent("additionalProperties", false);
        }
        yield closed;
      }
      case List<?> list -> list.stream().map(Schemas::closed).toList();
      case null -> null;
      default -> schema;
    };
  }
}
