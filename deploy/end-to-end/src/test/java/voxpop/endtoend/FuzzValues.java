package voxpop.endtoend;

import static voxpop.kit.test.OpenApi.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import voxpop.kit.test.OpenApi;

/** Makes values from a document's schemas: right ones, ones with one mistake, and nonsense. */
final class FuzzValues {
  /** What has broken programs before. */
  static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u202E\u2066",
          "\uD83D\uDE80\uD83C\uDFFD",
          "\uD800",
          "\uDC00x",
          "\uFEFF",
          "e\u0301\u0301\u0301",
          "ﷺ",
          "null",
          "NaN",
          "-1",
          "1e400",
          "99999999999999999999999",
          "0x1F",
          "true",
          "[]",
          "{}",
          "../../etc/passwd",
          "%00%ff%",
          "' OR 1=1 --",
          "<script>alert(1)</script>",
          "{{7*7}}${7*7}",
          "\r\nSet-Cookie: a=b",
          "2026-13-45T99:99:99Z",
          "+275760-09-13T00:00:00Z",
          "0000-00-00T00:00:00Z",
          "de-DE-u-co-phonebk-x-nothing-at-all-that-is-known",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "0198a5c1-5b1e-7c5e-9f3a",
          "x".repeat(300),
          "ß".repeat(5000),
          "\u0130".repeat(200),
          "x".repeat(70_000));

  private static final List<String> WORDS =
      List.of("Brücke", "river", "año", "été", "γέφυρα", "мост", "橋", "جسر", "one. Two", "a & b");

  private final OpenApi api;
  private final Random random;

  FuzzValues(OpenApi api, Random random) {
    this.api = api;
    this.random = random;
  }

  /** A value that the schema allows, near the example where there is one. */
  Object right(Map<String, Object> given, Object example) {
    Map<String, Object> schema = schema(given);
    if (schema.get("enum") instanceof List<?> known) {
      return pick(known);
    }
    if (schema.containsKey("properties")) {
      return object(schema, map(example instanceof Map ? example : null));
    }
    boolean free = !schema.containsKey("pattern") && !schema.containsKey("format");
    return switch (type(schema)) {
      case "string" ->
          free && (example == null || random.nextInt(3) == 0)
              ? text(schema)
              : text(schema, example);
      case "integer" -> example == null ? number(schema, "minimum", 1) : example;
      case "number" -> 0.5;
      case "boolean" -> random.nextBoolean();
      case "array" -> array(schema, example);
      default -> example;
    };
  }

  private Object text(Map<String, Object> schema, Object example) {
    if (example != null) {
      return example;
    }
    return switch (String.valueOf(schema.get("format"))) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date-time" -> "2026-05-04T10:00:00Z";
      case "email" -> "somebody@example.org";
      default -> schema.get("examples") instanceof List<?> some ? some.getFirst() : "abc";
    };
  }

  private Object array(Map<String, Object> schema, Object example) {
    if (example instanceof List<?> list) {
      return list.subList(0, random.nextInt(list.size() + 1));
    }
    return List.of(right(map(schema.get("items")), null));
  }

  private Map<String, Object> object(Map<String, Object> schema, Map<String, Object> example) {
    List<?> required = required(schema);
    Map<String, Object> made = new LinkedHashMap<>();
    map(schema.get("properties"))
        .forEach(
            (name, property) -> {
              boolean said = example.containsKey(name);
              if (required.contains(name) || (said && random.nextInt(4) > 0)) {
                made.put(name, right(map(property), example.get(name)));
              }
            });
    return made;
  }

  private String text(Map<String, Object> schema) {
    int most = Math.min(number(schema, "maxLength", 40), 60);
    StringBuilder text = new StringBuilder(pick(WORDS));
    while (text.length() < most && random.nextInt(3) > 0) {
      text.append(' ').append(pick(WORDS));
    }
    return text.length() > most ? text.substring(0, most).strip() : text.toString();
  }

  /** A value that this schema forbids, or null if there is none that surely is. */
  Object wrong(Map<String, Object> given) {
    Map<String, Object> schema = schema(given);
    List<Object> wrong = new ArrayList<>();
    if (schema.containsKey("enum")) {
      wrong.addAll(List.of("nothing-of-that-kind", ""));
    }
    if (schema.containsKey("properties")) {
      wrong.addAll(List.of("a string", List.of(1)));
    }
    if ("uuid".equals(schema.get("format"))) {
      wrong.addAll(List.of("no-uuid", "0198a5c1-5b1e-7c5e-9f3a-2f1d6b1f0cZZ"));
    }
    if ("date-time".equals(schema.get("format"))) {
      wrong.addAll(List.of("tomorrow", "2026-02-30T10:00:00Z"));
    }
    if (schema.containsKey("maxLength")) {
      wrong.add("x".repeat(number(schema, "maxLength", 0) + 1));
    }
    if (schema.containsKey("minLength") && schema.containsKey("pattern")) {
      wrong.addAll(List.of("", "  "));
    }
    if (schema.containsKey("maximum")) {
      wrong.add(number(schema, "maximum", 0) + 1);
    }
    if (type(schema).equals("integer") && schema.containsKey("minimum")) {
      wrong.addAll(List.of(number(schema, "minimum", 0) - 1, "many"));
    }
    // nothing for a boolean: any word is taken for false
    if (type(schema).equals("array")) {
      wrong.add("no list");
    }
    return wrong.isEmpty() ? null : pick(wrong);
  }

  /** Anything. */
  Object mad(int depth) {
    return switch (random.nextInt(depth > 3 ? 6 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> random.nextDouble() * 1e300;
      case 4 -> "";
      case 5, 6 -> pick(ODD);
      case 7 -> List.of(String.valueOf(mad(depth + 1)), String.valueOf(mad(depth + 1)));
      default -> {
        Map<String, Object> made = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          made.put(pick(ODD), mad(depth + 1));
        }
        yield made;
      }
    };
  }

  /** With references followed, and the null alternative left out. */
  Map<String, Object> schema(Map<String, Object> given) {
    Map<String, Object> schema = api.followed(given);
    if (schema.get("oneOf") instanceof List<?> ways) {
      return schema(map(ways.getFirst()));
    }
    return schema;
  }

  static List<?> required(Map<String, Object> schema) {
    return schema.get("required") instanceof List<?> names ? names : List.of();
  }

  private static String type(Map<String, Object> schema) {
    return switch (schema.get("type")) {
      case String one -> one;
      case List<?> some -> some.getFirst().toString();
      case null, default -> "any";
    };
  }

  private static int number(Map<String, Object> schema, String name, int otherwise) {
    return schema.get(name) instanceof Number number ? number.intValue() : otherwise;
  }

  <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
