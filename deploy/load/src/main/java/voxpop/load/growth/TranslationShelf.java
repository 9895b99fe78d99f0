package voxpop.load.growth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * translation-service: each article cut into its sentences, and, of those that are translated, each
 * sentence as a person approved it.
 */
final class TranslationShelf implements Shelf {
  /** Parts of an article from here on are translated sentences, not sentences. */
  private static final int TARGETS = 50;

  private static final int EDITION = 99;
  private static final int PROGRESS = 100;

  /** The languages of a new site. */
  private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "fi", "tr");

  @Override
  public String schema() {
    return "voxpop_translation";
  }

  @Override
  public String key() {
    return "document.article";
  }

  @Override
  public void put(Rows rows, FeedRows feed, Written article, int of) throws SQLException {
    UUID id = article.id();
    int number = article.number();
    rows.add(
        "document (article, language, revision, title, published, skeleton, refused_revision)",
        id,
        article.language(),
        1,
        article.title(),
        true,
        skeleton(article),
        null);
    List<String> sentences = sentences(article);
    for (int place = 0; place < sentences.size(); place++) {
      rows.add(
          "segment (id, article, place, kind, source, hash, source_version, corrected_version)",
          Ids.part(number, place),
          id,
          place,
          place == 0 ? "title" : "text",
          sentences.get(place),
          hash(sentences.get(place)),
          1,
          0);
    }
    for (String language : LANGUAGES) {
      if (language.equals(article.language())) continue;
      boolean done = article.isTranslated() && language.equals(article.translation().language());
      int all = sentences.size();
      rows.add(
          "progress (id, article, language, source_language, title, missing, machine, draft,"
              + " approved, stale, to_do)",
          Ids.part(number, PROGRESS + LANGUAGES.indexOf(language)),
          id,
          language,
          article.language(),
          article.title(),
          done ? 0 : all,
          0,
          0,
          done ? all : 0,
          0,
          !done);
    }
    if (article.isTranslated()) {
      translate(rows, feed, article, sentences);
    }
  }

  private static void translate(Rows rows, FeedRows feed, Written article, List<String> sources)
      throws SQLException {
    Written other = article.translation();
    List<String> texts = sentences(other);
    for (int place = 0; place < sources.size(); place++) {
      String hash = hash(sources.get(place));
      rows.add(
          "target (id, segment, article, language, person_version, approved_text, approved_hash,"
              + " approved_source, approved_version, approved_by, shown_text, shown_hash,"
              + " shown_version, shown_by_machine)",
          Ids.part(article.number(), TARGETS + place),
          Ids.part(article.number(), place),
          article.id(),
          other.language(),
          1,
          texts.get(place),
          hash,
          sources.get(place),
          1,
          "Translator",
          texts.get(place),
          hash,
          1,
          false);
    }
    rows.add(
        "edition (id, article, language, version, published, live, taken_back, reviewed, slug,"
            + " title, summary, html, origin, status, source_revision)",
        Ids.part(article.number(), EDITION),
        article.id(),
        other.language(),
        1,
        true,
        true,
        false,
        true,
        other.slug(),
        other.title(),
        null,
        other.html(),
        "human",
        "current",
        1);
    feed.add(
        rows,
        "voxpop.translation",
        article.id() + "/" + other.language(),
        "{\"article\":\"%s\",\"language\":\"%s\",\"version\":1}"
            .formatted(article.id(), other.language()),
        Ids.time(article.number()));
  }

  private static List<String> sentences(Written article) {
    List<String> sentences = new ArrayList<>();
    sentences.add(article.title());
    article.paragraphs().forEach(sentences::addAll);
    return sentences;
  }

  /** What stands around the sentences: paragraphs. */
  private static String skeleton(Written article) {
    List<String> pieces = new ArrayList<>();
    int place = 1;
    for (List<String> paragraph : article.paragraphs()) {
      pieces.add("{\"type\":\"OPEN\",\"html\":\"<p>\",\"place\":-1,\"spaced\":false}");
      for (int i = 0; i < paragraph.size(); i++) {
        pieces.add("{\"type\":\"TEXT\",\"place\":%d,\"spaced\":%s}".formatted(place++, i > 0));
      }
      pieces.add("{\"type\":\"CLOSE\",\"html\":\"</p>\\n\",\"place\":-1,\"spaced\":false}");
    }
    return "[" + String.join(",", pieces) + "]";
  }

  /** The first 128 bits of SHA-256, as translation-service tells sentences apart. */
  private static String hash(String sentence) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(sentence.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
