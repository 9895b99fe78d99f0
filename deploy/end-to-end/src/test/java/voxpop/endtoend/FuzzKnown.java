package voxpop.endtoend;

import static voxpop.kit.test.OpenApi.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import voxpop.kit.test.Http;
import voxpop.kit.test.OpenApi.Operation;

/**
 * What there is on the platform, so that a right request is about something. A thing is what its
 * parameters are called and are; it is learned from answers, and forgotten when it is removed.
 */
final class FuzzKnown {
  /** Enough to choose from; the rest is forgotten. */
  private static final int MOST = 300;

  /** The newest are least likely to have been removed. */
  private static final int NEWEST = 40;

  private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "fi", "tr");

  private final Map<String, List<Map<String, String>>> things = new ConcurrentHashMap<>();
  private final Map<String, Object> site;

  /** So that a second run on the same platform doesn't stumble over the first one's names. */
  private final String run = word(new Random());

  private volatile List<String> tokens = List.of();

  /**
   * @param site the settings as they are: what is right of the site stays so
   */
  FuzzKnown(Map<String, Object> site) {
    this.site = new LinkedHashMap<>(site);
    this.site.remove("version");
  }

  /**
   * @param tokens of who may do all, of who may do some, and of nobody
   */
  void tokens(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  String run() {
    return run;
  }

  void remember(String kind, Map<String, String> thing) {
    List<Map<String, String>> some = things.computeIfAbsent(kind, key -> new ArrayList<>());
    synchronized (some) {
      if (some.size() < MOST && !some.contains(thing)) {
        some.add(thing);
      }
    }
  }

  void forget(String kind, Map<String, String> thing) {
    List<Map<String, String>> some = things.computeIfAbsent(kind, key -> new ArrayList<>());
    synchronized (some) {
      some.remove(thing);
    }
  }

  Map<String, String> one(String kind, Random random) {
    List<Map<String, String>> some = things.getOrDefault(kind, List.of());
    synchronized (some) {
      int from = Math.max(0, some.size() - NEWEST);
      return some.isEmpty() ? Map.of() : some.get(from + random.nextInt(some.size() - from));
    }
  }

  /** Keeps what an answer tells. */
  void learn(Operation operation, Map<String, String> about, Http.Answer answer) {
    if (answer.status() < 300) {
      FuzzLessons.of(this, operation, about, answer);
    }
  }

  /** What the next request is about: values for its parameters, by name. */
  Map<String, String> about(Operation operation, Random random) {
    return one(FuzzLessons.kind(operation), random);
  }

  /** A value for a parameter, where the document's example would be about nothing. */
  Object parameter(String name, Map<String, String> about, Random random) {
    String known = about.get(name);
    if (known != null) {
      return known;
    }
    return switch (name) {
      case "article" -> one("article", random).get("id");
      case "language" -> LANGUAGES.get(random.nextInt(LANGUAGES.size()));
      case "topic" -> one("topic", random).get("slug");
      case "author" -> one("person", random).get("name");
      case "Idempotency-Key" -> "key-" + random.nextInt(50);
      case "If-Match" -> ifMatch(about.get("version"), random);
      default -> null;
    };
  }

  private static String ifMatch(String version, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "*";
      case 1 -> "\"" + random.nextInt(4) + "\"";
      default -> version == null ? "*" : "\"" + version + "\"";
    };
  }

  /** The right body, with what only this platform knows. */
  Map<String, Object> body(
      Operation operation, Map<String, Object> right, Map<String, String> about, Random random) {
    Map<String, Object> body = new LinkedHashMap<>(right);
    switch (operation.id()) {
      case "changeSite" -> {
        return new LinkedHashMap<>(site);
      }
      case "createArticle" -> {
        if (random.nextInt(4) == 0) {
          body.put("language", FuzzHouse.LANGUAGE);
        }
      }
      case "comment" -> {
        body.put("article", one("article", random).get("id"));
        body.remove("challenge");
      }
      case "addPerson", "changePerson" -> {
        String who = word(random) + "-" + run;
        body.put("email", who + "@example.org");
        body.put("name", who);
        body.put("displayName", "Fuzz " + who);
      }
      case "signIn" -> body.putAll(one("account", random));
      case "publishArticle" -> body.remove("at");
      case "suggest" -> {
        body.put("segment", about.get("segment"));
        body.put("text", "Better " + word(random));
        body.remove("challenge");
      }
      case "judgeSuggestion" -> {
        if (about.containsKey("version")) {
          body.put("version", Integer.valueOf(about.get("version")));
        } else {
          body.put("verdict", "rejected");
        }
        body.remove("text");
      }
      case "translateSegment" -> {
        // with the same marks in it, whatever those are
        body.put("text", about.getOrDefault("source", "Brücke"));
      }
      case "translateSegments" ->
          body.put(
              "items",
              List.of(
                  Map.of(
                      "id", about.getOrDefault("id", UUID.randomUUID().toString()),
                      "version", Integer.valueOf(about.getOrDefault("version", "0")),
                      "text", about.getOrDefault("source", "Brücke"))));
      case "addTerm", "changeTerm" -> body.put("term", "bridge " + random.nextInt(1_000_000));
      default -> {}
    }
    return body;
  }

  /** One that isn't there yet; without figures, which a translation has to keep. */
  static String word(Random random) {
    return random
        .ints(8, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A header line of somebody who is signed in, mostly. */
  Optional<String> signIn(Random random) {
    int who = random.nextInt(12);
    if (who == 0) {
      return Optional.empty();
    }
    return Optional.of("Authorization: Bearer " + tokens.get(who == 1 ? 2 : who == 2 ? 1 : 0));
  }

  /** The text of an answer's field, if it has one. */
  static Map<String, String> told(Object json, String... names) {
    Map<String, String> told = new HashMap<>();
    for (String name : names) {
      String[] fromTo = name.split(">", 2);
      Object value = map(json).get(fromTo[0]);
      if (value != null) {
        told.put(fromTo[fromTo.length - 1], value.toString());
      }
    }
    return told;
  }
}
