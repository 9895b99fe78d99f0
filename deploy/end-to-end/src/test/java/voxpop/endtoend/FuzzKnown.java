package voxpop.endtoend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import voxpop.kit.test.Http;
import voxpop.kit.test.OpenApi.Operation;

/** What there is on the platform, so that a right request is about something. */
final class FuzzKnown {
  /** Enough to choose from; the rest is forgotten. */
  private static final int MOST = 300;

  /** Shown in lists and published only by the one who made them: never another test's articles. */
  private static final Set<String> MAKERS =
      Set.of("createArticle", "comment", "addPicture", "addPerson", "translateByMachine");

  private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "fi", "tr");

  private final Map<String, List<String>> made = new ConcurrentHashMap<>();
  private final Map<String, Object> site;
  private volatile List<String> tokens = List.of();

  /**
   * @param site the settings as they are: what is right of the site stays so
   */
  FuzzKnown(Map<String, Object> site) {
    this.site = new LinkedHashMap<>(site);
    this.site.remove("version");
  }

  void tokens(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** Keeps the identifiers that an answer tells. */
  void learn(Operation operation, Http.Answer answer) {
    if (answer.status() < 300 && MAKERS.contains(operation.id())) {
      remember(operation.id(), answer.text("id"));
    } else if (answer.status() == 200 && operation.id().equals("openWorkshop")) {
      for (int i = 0; i < 2 && answer.at("segments/" + i) != null; i++) {
        remember(
            "segment",
            answer.text("article")
                + " "
                + answer.text("language")
                + " "
                + answer.text("segments/" + i + "/id"));
      }
    }
  }

  private void remember(String kind, String id) {
    List<String> ids = made.computeIfAbsent(kind, key -> new CopyOnWriteArrayList<>());
    if (ids.size() < MOST) {
      ids.add(id);
    }
  }

  /** A value for a parameter, where the document's example would be about nothing. */
  Object parameter(Operation operation, String name, Random random) {
    if (operation.path().contains("/segments/")) {
      String segment = one("segment", random);
      List<String> parts = segment == null ? List.of() : List.of(segment.split(" "));
      int part = List.of("article", "language", "id").indexOf(name);
      return parts.isEmpty() || part < 0 ? ifMatch(name, random) : parts.get(part);
    }
    return switch (name) {
      case "id" -> one(kind(operation.path()), random);
      case "article" -> one("createArticle", random);
      case "author" -> operation.method().equals("put") ? one("addPerson", random) : null;
      case "language" -> LANGUAGES.get(random.nextInt(LANGUAGES.size()));
      case "topic" -> "brucken";
      case "Idempotency-Key" -> "key-" + random.nextInt(50);
      default -> ifMatch(name, random);
    };
  }

  private static Object ifMatch(String name, Random random) {
    return name.equals("If-Match")
        ? (random.nextBoolean() ? "*" : "\"" + random.nextInt(4) + "\"")
        : null;
  }

  private static String kind(String path) {
    return switch (path.split("/")[2]) {
      case "articles" -> "createArticle";
      case "comments" -> "comment";
      case "media" -> "addPicture";
      case "translations" -> "translateByMachine";
      default -> "nothing";
    };
  }

  private String one(String kind, Random random) {
    List<String> ids = made.getOrDefault(kind, List.of());
    // the newest are least likely to have been removed
    int from = Math.max(0, ids.size() - 40);
    return ids.isEmpty() ? null : ids.get(from + random.nextInt(ids.size() - from));
  }

  /** The right body, with what only this platform knows. */
  Map<String, Object> body(Operation operation, Map<String, Object> right, Random random) {
    Map<String, Object> body = new LinkedHashMap<>(right);
    switch (operation.id()) {
      case "changeSite" -> {
        return new LinkedHashMap<>(site);
      }
      case "comment" -> {
        body.put("article", one("createArticle", random));
        body.remove("challenge");
      }
      case "addPerson", "changePerson" -> {
        int who = random.nextInt(1_000_000);
        body.put("email", "fuzz" + who + "@example.org");
        body.put("name", "fuzz-" + who);
        body.put("displayName", "Fuzz " + who);
      }
      case "publishArticle" -> body.remove("at");
      default -> {}
    }
    return body;
  }

  /** A header line of somebody who is signed in, mostly. */
  Optional<String> signIn(Random random) {
    int who = random.nextInt(10);
    if (who == 0) {
      return Optional.empty();
    }
    return Optional.of("Authorization: Bearer " + tokens.get(who < 8 ? 0 : 1 % tokens.size()));
  }
}
