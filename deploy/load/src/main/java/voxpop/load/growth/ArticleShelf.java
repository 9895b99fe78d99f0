package voxpop.load.growth;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** article-service: the text, its editions, and all that lists and pages look up. */
final class ArticleShelf implements Shelf {
  private static final int AUTHORS = 50;
  private static final int RELATED = 12;

  /** Rows that article-service spreads a count over. */
  private static final int SLOTS = 16;

  @Override
  public String schema() {
    return "voxpop_article";
  }

  @Override
  public String key() {
    return "article.id";
  }

  @Override
  public void begin(Rows rows) throws SQLException {
    Instant then = Ids.time(0);
    for (int i = 0; i < AUTHORS; i++) {
      // an empty hash is no password's: nobody can sign in
      rows.add(
          "author (id, email, name, display_name, note, password_hash, roles, languages,"
              + " created_at)",
          Ids.author(i),
          "writer" + i + "@example.org",
          "writer-" + i,
          "Writer " + i,
          null,
          "",
          "AUTHOR",
          "",
          then);
    }
    for (int i = 0; i < Words.topics(); i++) {
      rows.add(
          "topic (id, slug, language, created_at)",
          Ids.topic(i),
          "topic-" + Words.topic(i, "en"),
          "de",
          then);
      for (String language : new String[] {"de", "en"}) {
        rows.add(
            "topic_name (topic_id, language, name)",
            Ids.topic(i),
            language,
            Words.topic(i, language));
      }
    }
  }

  @Override
  public void put(Rows rows, FeedRows feed, Written article, int of) throws SQLException {
    UUID id = article.id();
    UUID author = Ids.author(article.number() % AUTHORS);
    Instant at = Ids.time(article.number());
    rows.add(
        "article (id, kind, language, author_id, status, comments, newest_revision,"
            + " published_revision, correction, publish_at, published_at, version, created_at,"
            + " updated_at)",
        id,
        "POST",
        article.language(),
        author,
        "PUBLISHED",
        "OPEN",
        1,
        1,
        false,
        null,
        at,
        2,
        at,
        at);
    rows.add(
        "revision (article_id, number, author_id, title, summary, slug, topics, format, body, html,"
            + " created_at)",
        id,
        1,
        author,
        article.title(),
        null,
        article.slug(),
        Words.topic(article.topic(), article.language()),
        "MARKDOWN",
        article.markdown(),
        article.html(),
        at);
    rows.add("publication (article_id, revision, correction)", id, 1, false);
    rows.add("article_topic (article_id, position, topic_id)", id, 0, Ids.topic(article.topic()));
    edition(rows, article, author, "ORIGINAL", of);
    String editions = told(article, "original");
    if (article.isTranslated()) {
      edition(rows, article.translation(), author, "HUMAN", of);
      editions += "," + told(article.translation(), "human");
    }
    feed.add(
        rows,
        "voxpop.article",
        id.toString(),
        ("{\"article\":\"%s\",\"version\":2,\"status\":\"published\",\"language\":\"%s\",\"revision\":1,"
             + "\"correction\":false,\"comments\":\"open\",\"editions\":[%s]}")
            .formatted(id, article.language(), editions),
        at);
    feed.add(rows, "voxpop.related", id + "/related", "{\"article\":\"" + id + "\"}", at);
    recommend(rows, feed, article, at);
  }

  private static String told(Written edition, String origin) {
    return "{\"language\":\"%s\",\"slug\":\"%s\",\"title\":\"%s\",\"origin\":\"%s\",\"status\":\"current\"}"
        .formatted(edition.language(), edition.slug(), edition.title(), origin);
  }

  private static void edition(Rows rows, Written text, UUID author, String origin, int of)
      throws SQLException {
    UUID id = text.id();
    Instant at = Ids.time(text.number());
    rows.add(
        "edition (article_id, language, slug, title, summary, html, origin, status,"
            + " source_revision, words, picture, author_id, taken_back, visible, listed,"
            + " published_at, updated_at)",
        id,
        text.language(),
        text.slug(),
        text.title(),
        text.summary(),
        text.html(),
        origin,
        "CURRENT",
        1,
        text.words(),
        null,
        author,
        false,
        true,
        true,
        at,
        at);
    rows.add("slug (language, slug, article_id, created_at)", text.language(), text.slug(), id, at);
    rows.add(
        "edition_topic (topic_id, language, published_at, article_id)",
        Ids.topic(text.topic()),
        text.language(),
        at,
        id);
    related(rows, text, of);
  }

  /** Others of the same topic that were written in this language, nearest in time first. */
  private static void related(Rows rows, Written text, int of) throws SQLException {
    int position = 0;
    for (int away = 1; position < RELATED && away < 4 * RELATED; away++) {
      int other = text.number() + (away % 2 == 0 ? away / 2 : -(away / 2) - 1) * Words.topics();
      if (other < 0 || other >= of || !Written.languageOf(other).equals(text.language())) {
        continue;
      }
      rows.add(
          "related (article_id, language, position, other_id)",
          text.id(),
          text.language(),
          position++,
          Ids.article(other));
    }
  }

  private static void recommend(Rows rows, FeedRows feed, Written article, Instant at)
      throws SQLException {
    Random random = new Random(article.number());
    int readers = random.nextInt(4);
    if (readers == 0) return;
    for (int i = 0; i < readers; i++) {
      byte[] reader = new byte[32];
      random.nextBytes(reader);
      rows.add("recommendation (article_id, reader, created_at)", article.id(), reader, at);
    }
    rows.add(
        "recommendation_count (article_id, slot, readers, untold)",
        article.id(),
        random.nextInt(SLOTS),
        readers,
        false);
    feed.add(
        rows,
        "voxpop.recommendations",
        article.id() + "/recommendations",
        "{\"article\":\"" + article.id() + "\",\"count\":" + readers + "}",
        at);
  }
}
