package voxpop.translation;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import voxpop.translation.segment.Fingerprint;
import voxpop.translation.segment.Kind;

/**
 * Articles of three sentences that were translated, the same in all of them, and one long one: by
 * statements that make the rows in the database itself, the way the program would have left them. A
 * suggestion waits in each, and the first one's title has had one for each article that there is,
 * most of which were refused.
 */
final class Shelf {
  static final String SENTENCE = "The river is wide.";
  static final UUID ARTICLE = article(0);
  static final UUID LONG = article(99_999);

  /** The first is read, the second only translated. */
  private static final List<String> LANGUAGES = List.of("es", "fr", "de", "ar");

  private static final int SENTENCES = 3;
  private static final int LONG_SENTENCES = 400;

  /** Fewer than may wait for a sentence. */
  private static final int WAITING = 5;

  private static final String DIGITS =
      "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
          + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";

  /** All that are read, the empty ones too: where MySQL opens one first, it counts that as rows. */
  private static final String TABLES =
      "document, segment, target, edition, progress, memory_entry, suggestion, comment_text, term,"
          + " glossary_state, engine_use";

  private final TransactionOperations<Connection> transactions;
  private int articles;

  Shelf(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
    texts(
        "(SELECT 99999 AS n) one",
        numbers(0, LONG_SENTENCES).replace(" n ", " place "),
        LONG_SENTENCES);
  }

  static UUID article(int number) {
    return new UUID(number + 1L, 0);
  }

  static UUID title(UUID article) {
    return new UUID(article.getMostSignificantBits(), 1);
  }

  /** Adds articles until there are so many. */
  void grow(int most) {
    if (most <= articles) return;
    String numbers = numbers(articles, most);
    texts(numbers, "(SELECT 0 place UNION SELECT 1 UNION SELECT 2) places", SENTENCES);
    run(
        "INSERT INTO memory_entry SELECT %s, %s, 'en', 'es', '%s', n %% 3 = 0, '%s', 'El río es ancho.', 'Ada', TIMESTAMPADD(MINUTE, n, '2026-01-01') FROM %s"
            .formatted(
                id("n + 1", "0"), id("n + 1", "1"), hash(Kind.TEXT, SENTENCE), SENTENCE, numbers));
    String state = "IF(n < %d, 'waiting', 'rejected')".formatted(WAITING);
    suggestions("0", id("1", "0"), id("1", "1"), state, numbers);
    suggestions("1", id("n + 1", "0"), id("n + 1", "2"), "'waiting'", numbers);
    run(
        "INSERT INTO comment_text SELECT %s, %s, %s, 'es', '-', '<p>Sí.</p>', 'scripted', '2026-01-01' FROM %s"
            .formatted(id("n + 1", "0"), id("n + 1", "0"), id("n + 1", "0"), numbers));
    articles = most;
    run("ANALYZE TABLE " + TABLES);
  }

  private void suggestions(
      String number, String article, String segment, String state, String numbers) {
    run(
        "INSERT INTO suggestion SELECT %s, %s, %s, 'es', '-', 'Un título', 'Otro', LPAD(n, 32, '0'), %s, '2026-01-01', NULL, NULL FROM %s"
            .formatted(id("n + 1", number), article, segment, state, numbers));
  }

  private void texts(String numbers, String places, int sentences) {
    String title = hash(Kind.TITLE, "A title");
    String text = hash(Kind.TEXT, SENTENCE);
    String article = id("n + 1", "0");
    run(
        "INSERT INTO document (article, language, revision, title, published, skeleton) SELECT %s, 'en', 1, 'A title', TRUE, '[]' FROM %s"
            .formatted(article, numbers));
    String segment = id("n + 1", "place + 1");
    run(
        "INSERT INTO segment SELECT %s, %s, place, IF(place = 0, 'TITLE', 'TEXT'), IF(place = 0, 'A title', '%s'), IF(place = 0, '%s', '%s'), 1, 0 FROM %s CROSS JOIN %s"
            .formatted(segment, article, SENTENCE, title, text, numbers, places));
    for (String language : LANGUAGES.subList(0, 2)) {
      boolean shown = language.equals("es");
      String mark = "IF(place = 0, '%s', '%s')".formatted(title, text);
      run(
          "INSERT INTO target (id, segment, article, language, person_version, approved_text, approved_hash, approved_source, approved_version, approved_by, shown_text, shown_hash, shown_version, shown_by_machine) SELECT %s, %s, %s, '%s', 1, 'Texto', %s, 'x', 1, 'Ada', %s, %s, 1, FALSE FROM %s CROSS JOIN %s"
              .formatted(
                  id("n + 1", "(place + 1) * 10 + " + LANGUAGES.indexOf(language)),
                  segment,
                  article,
                  language,
                  mark,
                  shown ? "'Texto'" : "NULL",
                  shown ? mark : "NULL",
                  numbers,
                  places));
    }
    run(
        "INSERT INTO edition SELECT %s, %s, 'es', 1, TRUE, TRUE, FALSE, TRUE, 'un-titulo', 'Texto', NULL, '<p>Texto</p>', 'human', 'current', 1 FROM %s"
            .formatted(article, article, numbers));
    for (String language : LANGUAGES) {
      run(
          "INSERT INTO progress (id, article, language, source_language, title, missing, machine, draft, approved, stale, to_do) SELECT %s, %s, '%s', 'en', 'A title', 0, 0, 0, %d, 0, FALSE FROM %s"
              .formatted(
                  id("n + 1", Integer.toString(LANGUAGES.indexOf(language))),
                  article,
                  language,
                  sentences,
                  numbers));
    }
  }

  private static String numbers(int from, int to) {
    return "(SELECT t.d * 1000 + h.d * 100 + z.d * 10 + e.d AS n FROM %1$s t, %1$s h, %1$s z, %1$s e HAVING n >= %2$d AND n < %3$d) numbers"
        .formatted(DIGITS, from, to);
  }

  private static String id(String high, String low) {
    return "UNHEX(CONCAT(LPAD(HEX(%s), 16, '0'), LPAD(HEX(%s), 16, '0')))".formatted(high, low);
  }

  private static String hash(Kind kind, String text) {
    return Fingerprint.of(kind, text);
  }

  private void run(String sql) {
    transactions.executeWrite(
        status -> {
          try (Statement statement = status.getConnection().createStatement()) {
            return statement.execute(sql);
          }
        });
  }
}
