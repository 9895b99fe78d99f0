package voxpop.endtoend;

import static voxpop.endtoend.FuzzKnown.told;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import voxpop.kit.test.Http;
import voxpop.kit.test.OpenApi.Operation;

/** What kind of thing each operation is about, and what can be learned from its answers. */
final class FuzzLessons {
  /** Of a list; all of it would be the same again. */
  private static final int A_FEW = 3;

  private FuzzLessons() {}

  static String kind(Operation operation) {
    return switch (operation.id()) {
      case "translateComment", "readCommentTranslation" -> "comment in known words";
      case "listSentences" -> "edition";
      case "publishTranslation" -> "translation to publish";
      case "takeTranslationBack" -> "edition to take back";
      case "exportStaleXliff" -> "stale";
      case "suggest" -> "sentence";
      case "undoSegment" -> "segment done";
      case "pauseTranslation", "resumeTranslation" -> "job that is held";
      case "translateSegments" -> "segment";
      case "translateByMachine" -> "text for an engine";
      case "askMemory" -> "known words";
      case "changePerson", "readPreferences", "changePreferences" -> "account holder";
      case "readAuthor", "writeNote" -> "author";
      case "findArticle" -> "address";
      default -> kind(operation.path());
    };
  }

  private static String kind(String path) {
    if (path.contains("/segments/{id}")) {
      return "segment";
    }
    if (path.startsWith("/api/translations/jobs/")) {
      return "job";
    }
    if (path.startsWith("/api/translations/suggestions/")) {
      return "suggestion";
    }
    return switch (path.split("/", -1)[2]) {
      case "articles" -> path.contains("{id}") || path.contains("{article}") ? "article" : "";
      case "comments" -> path.contains("{id}") ? "comment" : "";
      case "translations" -> path.contains("{article}") ? "text" : "";
      case "media" -> "picture";
      case "sessions" -> "sign-in";
      case "topics" -> path.contains("{slug}") ? "topic" : "";
      case "series" -> path.contains("{slug}") ? "series" : "";
      case "glossary" -> path.contains("{id}") ? "term" : "";
      case "memory" -> "entry";
      default -> "";
    };
  }

  static void of(
      FuzzKnown known, Operation operation, Map<String, String> about, Http.Answer told) {
    String kind = kind(operation);
    switch (operation.id()) {
      case "createArticle" -> known.remember("article", article(told));
      case "publishArticle" -> {
        known.remember("text", told(told.json(), "id>article"));
        if (FuzzHouse.LANGUAGE.equals(told.text("language"))) {
          known.remember("text for an engine", told(told.json(), "id>article"));
        }
      }
      case "comment" -> known.remember("comment", told(told.json(), "id"));
      case "addPicture" -> known.remember("picture", told(told.json(), "id"));
      case "addPerson" -> {
        known.remember("person", told(told.json(), "id", "name"));
        known.remember("account holder", told(told.json(), "id>author"));
        known.remember("author", told(told.json(), "name>author"));
      }
      case "translateByMachine" -> known.remember("job", told(told.json(), "id"));
      case "addTerm" -> known.remember("term", told(told.json(), "id", "version"));
      case "createSeries" ->
          known.remember("series", told(told.json(), "slug", "revision>version"));
      case "publishTranslation" -> {
        known.remember("edition", told(told.json(), "article", "language"));
        known.remember("edition to take back", told(told.json(), "article", "language"));
      }
      case "suggest" -> known.remember("suggestion", told(told.json(), "id"));
      case "listTopics" -> each(known, "topic", told, "slug");
      case "listSuggestions" -> each(known, "suggestion", told, "id", "version");
      case "askMemory", "suggestTranslations" -> each(known, "entry", told, "id");
      case "listSignIns" -> signIns(known, told);
      case "listSentences" -> within(known, "sentence", told, "items", "id>segment");
      case "openWorkshop" -> within(known, "segment", told, "segments", "id", "version", "source");
      case "translateSegment" -> {
        again(known, kind, about, told.text("version"));
        known.remember("segment done", with(about, told.text("version")));
      }
      case "undoSegment" -> known.forget(kind, about);
      case "reviseArticle", "readTopic", "changeTopic", "changeSeries" ->
          again(known, kind, about, told.text("revision"));
      case "readTerm", "changeTerm", "readSegment" ->
          again(known, kind, about, told.text("version"));
      case "removeTerm",
          "removeArticle",
          "endSignIn",
          "forgetTranslation",
          "takeTranslationBack",
          "takeCommentBack",
          "resumeTranslation",
          "removeSeries" ->
          known.forget(kind, about);
      default -> {}
    }
  }

  static Map<String, String> article(Http.Answer told) {
    return told(told.json(), "id", "id>article", "revision>version");
  }

  private static void each(FuzzKnown known, String kind, Http.Answer told, String... names) {
    List<?> items = told.at("items");
    items.stream().limit(A_FEW).forEach(item -> known.remember(kind, told(item, names)));
  }

  /** What is in a translation: found by its article and language as well. */
  private static void within(
      FuzzKnown known, String kind, Http.Answer told, String list, String... names) {
    List<?> items = told.at(list);
    for (Object item : items.subList(0, Math.min(A_FEW, items.size()))) {
      Map<String, String> thing = told(item, names);
      thing.putAll(told(told.json(), "article", "language"));
      known.remember(kind, thing);
    }
  }

  /** All but the one that asks, which is still needed. */
  private static void signIns(FuzzKnown known, Http.Answer told) {
    List<?> items = told.at("items");
    items.stream()
        .filter(item -> !told(item, "current").containsValue("true"))
        .limit(A_FEW)
        .forEach(item -> known.remember("sign-in", told(item, "id")));
  }

  private static void again(
      FuzzKnown known, String kind, Map<String, String> about, String version) {
    known.forget(kind, about);
    known.remember(kind, with(about, version));
  }

  private static Map<String, String> with(Map<String, String> thing, String version) {
    Map<String, String> newer = new HashMap<>(thing);
    newer.put("version", version);
    return newer;
  }
}
