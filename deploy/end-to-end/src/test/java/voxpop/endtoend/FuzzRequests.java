package voxpop.endtoend;

import static voxpop.kit.test.OpenApi.map;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import voxpop.kit.test.OpenApi;
import voxpop.kit.test.OpenApi.Operation;

/** Makes requests from the document: a third right, a third with one mistake, a third mad. */
final class FuzzRequests {
  private static final String BOUNDARY = "a-line-that-is-in-no-picture";
  private static final List<String> METHODS =
      List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "BREW", "get");
  private static final List<String> TYPES =
      List.of(
          "application/json; charset=utf-16",
          "application/xml",
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=\"\"",
          "application/problem+json",
          "*/*",
          "nonsense",
          ";;;=");
  private static final List<String> QUERIES =
      List.of(
          "%",
          "%zz",
          "%00",
          "a=b=c&&&=",
          "limit=%F0%9F",
          "limit=1&limit=many",
          "after[]=x",
          "q=%FF%FE",
          "limit=+5",
          "language=%0d%0aX:1",
          "x".repeat(3000));

  private final OpenApi api;
  private final FuzzKnown known;
  private final Random random;
  private final FuzzValues values;

  FuzzRequests(OpenApi api, FuzzKnown known, Random random) {
    this.api = api;
    this.known = known;
    this.random = random;
    values = new FuzzValues(api, random);
  }

  FuzzRequest next(Operation operation) {
    Draft draft = right(operation);
    return switch (random.nextInt(3)) {
      case 0 -> draft.done(null);
      case 1 -> wrong(operation, draft);
      default -> mad(draft);
    };
  }

  /** A request in the making. */
  private final class Draft {
    final Operation operation;
    final Map<String, String> about;
    final Map<String, String> path = new LinkedHashMap<>();
    final Map<String, String> query = new LinkedHashMap<>();
    final List<String> headers = new ArrayList<>();
    String method;
    String type;
    Object json;
    byte[] body;
    String target;

    Draft(Operation operation) {
      this.operation = operation;
      about = known.about(operation, random);
      method = operation.method().toUpperCase(java.util.Locale.ROOT);
    }

    FuzzRequest done(String mistake) {
      if (target == null) {
        target = operation.path();
        path.forEach((name, value) -> target = target.replace("{" + name + "}", encoded(value)));
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
        target += pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
      }
      if (body == null && json != null) {
        body = FuzzRequest.json(json).getBytes(StandardCharsets.UTF_8);
      }
      if (body != null && type != null) {
        headers.add("Content-Type: " + type);
      }
      return new FuzzRequest(operation, about, mistake, method, target, headers, body);
    }
  }

  private Draft right(Operation operation) {
    Draft draft = new Draft(operation);
    for (Map<String, Object> parameter : operation.parameters(api)) {
      String name = parameter.get("name").toString();
      if (name.equals("after")) {
        continue; // a cursor that somebody made up is always wrong
      }
      Object value = known.parameter(name, draft.about, random);
      if (value == null) {
        value = values.right(map(parameter.get("schema")), parameter.get("example"));
      }
      boolean needed = Boolean.TRUE.equals(parameter.get("required"));
      switch (parameter.get("in").toString()) {
        case "path" -> draft.path.put(name, value.toString());
        case "query" -> {
          if (needed || random.nextInt(3) == 0) {
            draft.query.put(name, value.toString());
          }
        }
        default -> {
          if (random.nextInt(4) > 0) {
            draft.headers.add(name + ": " + value);
          }
        }
      }
    }
    known.signIn(random).ifPresent(draft.headers::add);
    Map<String, Object> content = map(map(operation.what().get("requestBody")).get("content"));
    if (content.containsKey("application/json")) {
      Map<String, Object> media = map(content.get("application/json"));
      draft.type = "application/json";
      draft.json =
          known.body(
              operation,
              map(values.right(map(media.get("schema")), media.get("example"))),
              draft.about,
              random);
    } else if (content.containsKey("multipart/form-data")) {
      draft.type = "multipart/form-data; boundary=" + BOUNDARY;
      draft.body = picture("Ein Bild");
    } else if (!content.isEmpty()) {
      Map.Entry<String, Object> media = content.entrySet().iterator().next();
      draft.type = media.getKey();
      draft.body = map(media.getValue()).get("example").toString().getBytes(StandardCharsets.UTF_8);
    }
    return draft;
  }

  /** One field has a value that the document forbids, and nothing else is wrong. */
  private FuzzRequest wrong(Operation operation, Draft draft) {
    List<Map<String, Object>> parameters =
        operation.parameters(api).stream()
            .filter(parameter -> !"header".equals(parameter.get("in")))
            .filter(parameter -> values.wrong(map(parameter.get("schema"))) != null)
            .toList();
    if (draft.json != null && (parameters.isEmpty() || random.nextInt(4) > 0)) {
      return draft.done(spoiled(operation, draft));
    }
    if (parameters.isEmpty()) {
      return mad(draft);
    }
    Map<String, Object> parameter = values.pick(parameters);
    String name = parameter.get("name").toString();
    String value = values.wrong(map(parameter.get("schema"))).toString();
    if (value.isBlank() || value.length() > 400) {
      return draft.done(null); // which says nothing, or is more than an address may have
    }
    (parameter.get("in").equals("path") ? draft.path : draft.query).put(name, value);
    return draft.done(name);
  }

  private String spoiled(Operation operation, Draft draft) {
    Map<String, Object> media =
        map(map(map(operation.what().get("requestBody")).get("content")).get("application/json"));
    Map<String, Object> schema = values.schema(map(media.get("schema")));
    Map<String, Object> properties = map(schema.get("properties"));
    String name = values.pick(List.copyOf(properties.keySet()));
    Map<String, Object> json = new LinkedHashMap<>(map(draft.json));
    draft.json = json;
    if (FuzzValues.required(schema).contains(name) && random.nextInt(3) == 0) {
      json.remove(name);
      return name;
    }
    Object value = values.wrong(map(properties.get(name)));
    if (value == null) {
      return null;
    }
    json.put(name, value);
    return name;
  }

  private FuzzRequest mad(Draft draft) {
    switch (random.nextInt(10)) {
      case 0 -> draft.method = values.pick(METHODS);
      case 1 ->
          draft.target =
              draft.operation.path().replaceAll("\\{[^}]*}", "x") + "?" + values.pick(QUERIES);
      case 2 ->
          draft.path.replaceAll(
              (name, value) -> {
                String odd = brief(values.pick(FuzzValues.ODD));
                return odd.isEmpty() ? "-" : odd; // or it is another address
              });
      case 3 ->
          draft.query.put(
              values.pick(
                  List.of("limit", "after", "language", "article", "q", "status", "sort", "state")),
              brief(values.pick(FuzzValues.ODD)));
      case 4 -> draft.headers.add(header());
      case 5 -> {
        draft.type = values.pick(TYPES);
        draft.body = draft.body == null ? "{\"a\":1}".getBytes(StandardCharsets.UTF_8) : draft.body;
      }
      case 6 -> {
        draft.type = "application/json";
        draft.body = broken(draft);
      }
      default -> {
        if (draft.json == null) {
          draft.type = "application/json";
          draft.json = values.mad(0);
        } else {
          Map<String, Object> json = new LinkedHashMap<>(map(draft.json));
          json.replaceAll((name, value) -> random.nextInt(3) == 0 ? values.mad(0) : value);
          draft.json = json;
        }
      }
    }
    return draft.done(null);
  }

  private byte[] broken(Draft draft) {
    String text = FuzzRequest.json(draft.json == null ? Map.of("a", 1) : draft.json);
    return switch (random.nextInt(9)) {
      case 0 -> text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8);
      case 1 -> ("[".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
      case 2 ->
          ("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
      case 3 -> text.getBytes(StandardCharsets.UTF_16);
      case 4 -> {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        yield bytes;
      }
      case 5 -> new byte[0];
      case 6 -> ("{\"title\":\"\u0000\uD83D\",\"title\":1e9999}").getBytes(StandardCharsets.UTF_8);
      case 7 -> (text + text).getBytes(StandardCharsets.UTF_8);
      default -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) 0xFF;
        yield bytes;
      }
    };
  }

  private String header() {
    return values.pick(
        List.of(
            "Accept: application/xml",
            "Accept: ;;q=9",
            "Accept-Language: " + "de-".repeat(200),
            "Accept-Language: *;q=2, x-y-z, \u00e4",
            "Accept-Encoding: gzip;q=0, br;q=banana",
            "If-Match: \"99999999999999999999\"",
            "If-Match: W/\"1\", \"2\"",
            "If-Match: nonsense",
            "If-None-Match: *",
            "If-Modified-Since: yesterday",
            "Range: bytes=9-1",
            "Authorization: Basic Zm9vOmJhcg==",
            "Authorization: Bearer",
            "Authorization: Bearer a.b.c",
            "Authorization: Bearer " + "e".repeat(5000),
            "Cookie: session=x; reader=y; fresh=z; language=%00",
            "Cookie: " + "a=b;".repeat(500),
            "Idempotency-Key: ",
            "Idempotency-Key: " + "k".repeat(300),
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 10.0.0.1",
            "Voxpop-Internal: x",
            "Origin: null"));
  }

  private static String brief(String text) {
    // an address of more than 4,096 bytes is a matter of its own
    return text.length() > 400 ? text.substring(0, 400) : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A form with a picture of one pixel. */
  private static byte[] picture(String alt) {
    byte[] pixel =
        java.util.Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
            .formatted(BOUNDARY, alt, BOUNDARY);
    byte[] before = head.getBytes(StandardCharsets.UTF_8);
    byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] form = new byte[before.length + pixel.length + after.length];
    System.arraycopy(before, 0, form, 0, before.length);
    System.arraycopy(pixel, 0, form, before.length, pixel.length);
    System.arraycopy(after, 0, form, before.length + pixel.length, after.length);
    return form;
  }
}
