package voxpop.article.edition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import voxpop.article.Sql;
import voxpop.kit.id.Ids;

/**
 * Thousands of published articles in two languages within a second: by statements that make the
 * rows in the database itself, the way the program would have left them.
 */
final class Library {
  private static final String DIGITS =
      "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
          + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";

  /** An article's number is its id; the minutes since 2020 are when it was published. */
  private static final String ID = "UNHEX(LPAD(HEX(n + 1), 32, '0'))";

  private static final String DAY = "TIMESTAMPADD(MINUTE, n, '2020-01-01 00:00:00')";

  private static final int TOPICS = 7;

  /** Some searches find these; more would only make the index larger. */
  private static final int SEARCHED = 30;

  private final Sql sql;
  private final UUID author;
  private int articles;

  Library(Sql sql) {
    this.sql = sql;
    author = sql.list("SELECT id FROM author", row -> Sql.uuid(row, "id")).getFirst();
    for (int topic = 0; topic < TOPICS; topic++) {
      UUID id = new UUID(1, topic);
      sql.update(
          "INSERT INTO topic (id, slug, language, created_at) VALUES (?, ?, 'de', ?)",
          id,
          "wald-" + topic,
          Instant.now());
      sql.update(
          "INSERT INTO topic_name (topic_id, language, name) VALUES (?, 'de', ?)",
          id,
          "Wald " + topic);
    }
    sayMore();
  }

  /** A menu and a series, said and translated. */
  private void sayMore() {
    UUID menu = new UUID(2, 0);
    UUID series = new UUID(2, 1);
    for (Object[] said : new Object[][] {{menu, "MENU", ""}, {series, "SERIES", "wege"}}) {
      sql.update(
          "INSERT INTO wording (id, kind, address, language, title, html, revision, version,"
              + " updated_at) VALUES (?, ?, ?, 'de', 'Wege', '', 1, 1, ?)",
          said[0],
          said[1],
          said[2],
          Instant.now());
      sql.update(
          "INSERT INTO wording_text VALUES (?, 'en', 'Ways', '', 'HUMAN', 'CURRENT')", said[0]);
    }
    sql.update("INSERT INTO series VALUES (?, 'wege', ?)", series, Instant.now());
    for (int place = 0; place < 3; place++) {
      sql.update("INSERT INTO series_article VALUES (?, ?, ?)", series, place, id(place + 1));
      sql.update(
          "INSERT INTO menu_line VALUES (?, ?, ?, 'Weg', 'PAGE', ?)",
          menu,
          place,
          new UUID(3, place),
          id(place).toString());
    }
    for (String[] way : new String[][] {{"TOPIC", "wald-0"}, {"SERIES", "wege"}}) {
      sql.update(
          "INSERT INTO menu_line VALUES (?, ?, ?, 'Weg', ?, ?)",
          menu,
          way[0].length(),
          UUID.randomUUID(),
          way[0],
          way[1]);
    }
  }

  static UUID id(int number) {
    return new UUID(0, number + 1);
  }

  /** Adds articles until there are so many. */
  Library grow(int most) {
    if (most > 10_000) throw new IllegalArgumentException("numbers have four digits");
    String numbers =
        "(SELECT t.d * 1000 + h.d * 100 + z.d * 10 + e.d AS n FROM %1$s t, %1$s h, %1$s z, %1$s e) numbers WHERE n >= %2$d AND n < %3$d"
            .formatted(DIGITS, articles, most);
    sql.update(
        "INSERT INTO article SELECT "
            + (ID + ", 'POST', 'de', ?, 'PUBLISHED', 'OPEN', 1, 1, FALSE, NULL, ")
            + (DAY + ", 1, " + DAY + ", " + DAY + " FROM " + numbers),
        author);
    sql.update(
        "INSERT INTO revision SELECT "
            + (ID + ", 1, ?, 'Titel', NULL, NULL, '', 'HTML', '', '', " + DAY + " FROM " + numbers),
        author);
    for (var language : new String[] {"de", "en"}) {
      sql.update(
          "INSERT INTO edition SELECT "
              + (ID + ", ?, CONCAT('s-', n), CONCAT('Titel ', n), 'Kurz', '<p>Moos</p>',")
              + " IF(? = 'de', 'ORIGINAL', 'HUMAN'), 'CURRENT', 1, 1, NULL, ?, FALSE, TRUE, TRUE, "
              + (DAY + ", " + DAY + " FROM " + numbers),
          language,
          language,
          author);
    }
    for (var slug : new String[] {"s-", "old-"}) {
      sql.update(
          "INSERT INTO slug SELECT 'de', CONCAT(?, n), " + ID + ", " + DAY + " FROM " + numbers,
          slug);
    }
    String topic = "UNHEX(CONCAT('0000000000000001', LPAD(HEX(n % " + TOPICS + "), 16, '0')))";
    sql.update("INSERT INTO article_topic SELECT " + ID + ", 0, " + topic + " FROM " + numbers);
    for (var language : new String[] {"de", "en"}) {
      sql.update(
          "INSERT INTO edition_topic SELECT "
              + (topic + ", ?, " + DAY + ", " + ID + " FROM " + numbers),
          language);
    }
    for (int slot = 0; slot < 3; slot++) {
      sql.update(
          "INSERT INTO recommendation_count SELECT " + ID + ", ?, 5, FALSE FROM " + numbers, slot);
    }
    for (int place = 0; place < 6; place++) {
      String other = "UNHEX(LPAD(HEX((n + " + (place + 1) + ") % " + most + " + 1), 32, '0'))";
      sql.update(
          "INSERT INTO related SELECT " + ID + ", 'de', ?, " + other + " FROM " + numbers, place);
    }
    sql.update(
        "INSERT INTO media SELECT "
            + (ID + ", UNHEX(LPAD(HEX(n), 64, '0')), 'JPEG', 400, 300, '400', 'Moos', NULL, ?, ")
            + (DAY + " FROM " + numbers),
        author);
    // one in ten has an author of its own, who wrote nothing else
    sql.update(
        "INSERT INTO author SELECT "
            + (ID + ", CONCAT('w', n, '@example.org'), CONCAT('w-', n), 'Wer', NULL, '', 'AUTHOR',")
            + (" '', " + DAY + " FROM " + numbers + " AND n % 10 = 0"));
    sql.update(
        "UPDATE edition SET author_id = article_id WHERE article_id IN (SELECT id FROM author)");
    articles = most;
    for (var table :
        List.of(
            "author",
            "article",
            "edition",
            "slug",
            "article_topic",
            "edition_topic",
            "recommendation_count",
            "related",
            "revision",
            "media")) {
      sql.list("ANALYZE TABLE " + table, row -> row.getString(1));
    }
    return this;
  }

  /** Tells the search, as the feed does, of the first few. */
  void tellSearch() {
    for (int number = 0; number < SEARCHED; number++) {
      sql.update(
          "INSERT INTO feed_change (nonce, type, subject, removal, data, written_at) VALUES (?,"
              + " 'voxpop.article', ?, FALSE, '{}', ?)",
          Ids.next().toString().substring(28),
          id(number).toString(),
          Instant.now());
    }
  }
}
