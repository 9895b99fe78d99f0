package voxpop.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Random;
import voxpop.kit.test.Http;
import voxpop.kit.test.OpenApi;
import voxpop.kit.test.OpenApi.Operation;

/**
 * Puts there what requests can be about, by the same calls as anybody's: people, articles, a
 * translation, terms, suggestions, a comment whose translation is known, work for an engine. What
 * comes of it is learned as what the fuzzer does itself.
 */
final class FuzzHouse {
  /** Articles in it are given to the pseudo engine (see {@link Platform}). */
  static final String LANGUAGE = "fi";

  private static final String PASSWORD = "correct horse battery staple";
  private static final List<String> INTO = List.of("de", "en", "es", "fr", "tr");

  /** What a comment says, and the memory knows how it is said in another language. */
  private static final String WORDS = "Joki virtaa hiljaa mereen.";

  private static final String IN_SPANISH = "El río fluye en silencio hacia el mar.";

  private static final int UNITS = 30;
  private static final int ARTICLES = 4;

  /** Each goes on once. */
  private static final int HELD = 15;

  private static final int MOST_TRIES = 20;

  /** Each is to be ended once. */
  private static final int SIGN_INS = 4;

  private final OpenApi api;
  private final FuzzKnown known;
  private Http chief = Platform.get().administrator();

  FuzzHouse(OpenApi api, FuzzKnown known) {
    this.api = api;
    this.known = known;
  }

  void furnish() {
    String some = account("writer", List.of("author", "translator"));
    String all = account("chief", List.of("administrator"));
    known.tokens(List.of(all, some, "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln"));
    chief = Platform.get().http().as(all);
    for (int i = 0; i < 2; i++) {
      done(post("/api/authors", person("someone-" + i, List.of("author"))));
    }
    done(get("/api/sessions"));
    words();
    int held = 0;
    for (int i = 0; held < HELD; i++) {
      if (i == MOST_TRIES) throw new AssertionError("only " + held + " jobs could be held");
      held += hold(article(LANGUAGE, i));
    }
    edition(article("de", MOST_TRIES), "en");
    for (int i = 0; i < ARTICLES; i++) {
      Map<String, Object> term =
          Map.of(
              "source",
              LANGUAGE,
              "target",
              "en",
              "term",
              "silta " + known.run() + letter(i),
              "rule",
              "keep");
      done(post("/api/glossary", term));
    }
    done(get("/api/topics?language=de"));
  }

  /** Somebody who can sign in, and has done so a few times. */
  private String account(String name, List<String> roles) {
    Map<String, Object> person = person(name, roles);
    Http.Answer made = done(post("/api/authors", person));
    Map<String, String> credentials =
        Map.of("email", person.get("email").toString(), "password", PASSWORD);
    known.forget("person", FuzzKnown.told(made.json(), "id", "name"));
    known.forget("account holder", FuzzKnown.told(made.json(), "id>author"));
    known.remember("account", credentials);
    String token = "";
    for (int i = 0; i < SIGN_INS; i++) {
      token = Platform.get().http().post("/api/sessions", credentials).text("token");
    }
    return token;
  }

  private Map<String, Object> person(String name, List<String> roles) {
    String unique = name + "-" + known.run();
    return Map.of(
        "email",
        unique + "@example.org",
        "name",
        unique,
        "displayName",
        name,
        "roles",
        roles,
        "languages",
        List.of("de", "en", "es"),
        "password",
        PASSWORD);
  }

  /** Not a figure, which a translation would have to hold. */
  private static char letter(int number) {
    return (char) ('a' + number);
  }

  private Map<String, Object> text(String language, int number, String last) {
    return Map.of(
        "language",
        language,
        "title",
        "Silta " + known.run() + " " + letter(number),
        "body",
        "Ensimmäinen lause %s. Toinen lause on tärkeä. %s".formatted(letter(number), last),
        "format",
        "markdown",
        "topics",
        List.of("Sillat"));
  }

  private String article(String language, int number) {
    Map<String, Object> text = text(language, number, "Kolmas päättää sen.");
    Http.Answer made = done(post("/api/articles", text));
    String id = made.text("id");
    known.forget("article", FuzzLessons.article(made)); // this one stays
    Http.Answer published = done(put("/api/articles/" + id + "/publication", Map.of()));
    known.remember("address", FuzzKnown.told(published.json(), "language", "slug"));
    return id;
  }

  /** A memory that knows a few sentences, and a comment that is one of them. */
  private void words() {
    StringBuilder units = new StringBuilder(unit(WORDS, IN_SPANISH));
    for (int i = 1; i <= UNITS; i++) {
      String words = "Silta " + i + " kestää.";
      units.append(unit(words, "El puente " + i + " aguanta."));
      known.remember("known words", Map.of("source", LANGUAGE, "target", "es", "text", words));
    }
    done(
        ask(
            chief.with("Content-Type", "application/x-tmx+xml"),
            "POST",
            "/api/memory/file",
            "<tmx version=\"1.4\"><header srclang=\"fi\"/><body>" + units + "</body></tmx>"));
    String article = article(LANGUAGE, MOST_TRIES + 1);
    Map<String, Object> said = Map.of("article", article, "body", WORDS, "language", LANGUAGE);
    Http.Answer comment = done(post("/api/comments", said));
    known.forget("comment", FuzzKnown.told(comment.json(), "id")); // this one stays
    known.remember("comment in known words", Map.of("id", comment.text("id"), "language", "es"));
  }

  private static String unit(String finnish, String spanish) {
    return "<tu><tuv xml:lang=\"fi\"><seg>%s</seg></tuv><tuv xml:lang=\"es\"><seg>%s</seg></tuv></tu>"
        .formatted(finnish, spanish);
  }

  /**
   * Jobs that are held before they are done.
   *
   * @return how many; with a fast engine not all
   */
  private int hold(String article) {
    int held = 0;
    for (String language : INTO) {
      Http.Answer made = done(post("/api/translations/" + article + "/" + language, null));
      Map<String, String> job = Map.of("id", made.text("id"));
      if (ask(chief, "PUT", "/api/translations/jobs/" + job.get("id") + "/pause", null).status()
          < 300) {
        known.forget("job", job); // this one stays
        known.remember("job that is held", job);
        held++;
      }
    }
    return held;
  }

  /** A translation that readers have, sentences of it, and what one would say better. */
  private void edition(String article, String language) {
    String at = "/api/translations/" + article + "/" + language;
    translated(at);
    done(get(at));
    Map<String, String> edition =
        FuzzKnown.told(done(put(at + "/publication", Map.of())).json(), "article", "language");
    done(get(at + "/sentences"));
    for (int i = 0; i < ARTICLES; i++) {
      Map<String, String> sentence = known.one("sentence", new Random(i));
      done(
          post(
              at + "/suggestions",
              Map.of(
                  "segment",
                  sentence.get("segment"),
                  "text",
                  "Bridge " + known.run() + " " + letter(i))));
    }
    done(get("/api/translations/suggestions?language=" + language));
    known.forget("edition to take back", edition);
    translated("/api/translations/" + article + "/fr");
    known.remember("translation to publish", Map.of("article", article, "language", "fr"));
    stale(article);
    known.remember("stale", Map.of("source", "de", "language", language));
  }

  private void translated(String at) {
    Map<String, Object> text =
        Map.of("title", "Bridge", "format", "text", "body", "One. Two. Three.");
    done(put(at + "/text", text));
  }

  /** Another last sentence: what was translated of it is stale then. */
  private void stale(String article) {
    Map<String, Object> text = text("de", MOST_TRIES, "Nyt aivan toinen.");
    done(ask(chief.with("If-Match", "*"), "PUT", "/api/articles/" + article, text));
    done(put("/api/articles/" + article + "/publication", Map.of()));
  }

  private Http.Answer get(String path) {
    return ask(chief, "GET", path, null);
  }

  private Http.Answer post(String path, Object body) {
    return ask(chief, "POST", path, body);
  }

  private Http.Answer put(String path, Object body) {
    return ask(chief, "PUT", path, body);
  }

  private Http.Answer ask(Http http, String method, String path, Object body) {
    Http.Answer answer = http.send(method, path, body);
    Operation operation = api.operation(method, path.split("\\?", 2)[0]).orElseThrow();
    known.learn(operation, Map.of(), answer);
    return answer;
  }

  private static Http.Answer done(Http.Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError("what the fuzzer needs: " + answer.status() + " " + answer.body());
    }
    return answer;
  }
}
