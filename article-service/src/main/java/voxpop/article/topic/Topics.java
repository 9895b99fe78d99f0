package voxpop.article.topic;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import voxpop.article.Sql;
import voxpop.article.edition.Slug;
import voxpop.article.wording.Wording;
import voxpop.article.wording.Wordings;
import voxpop.kit.id.Ids;

/** Knows topics by their slug, which is one for all languages, and by name in each. */
@Singleton
public class Topics {

  /**
   * The name in the language asked for, else in the one that it was written in. By keys, also where
   * MySQL would rather read the whole of a small table.
   */
  private static final String NAMED =
      "SELECT t.id, t.slug, t.language, n.title IS NULL AS untranslated, COALESCE(n.title, o.name,"
          + " t.slug) AS name%s FROM %s LEFT JOIN wording_text n FORCE INDEX (PRIMARY) ON"
          + " n.wording_id = t.id AND n.language = ? LEFT JOIN topic_name o FORCE INDEX (PRIMARY)"
          + " ON o.topic_id = t.id AND o.language = t.language";

  /** More than a reader looks through. */
  private static final int MOST = 1000;

  private final Sql sql;
  private final Wordings wordings;
  private final Clock clock;

  Topics(Sql sql, Wordings wordings, Clock clock) {
    this.sql = sql;
    this.wordings = wordings;
    this.clock = clock;
  }

  public Optional<Topic> find(String slug, String language) {
    return sql.one(
        NAMED.formatted("", "topic t") + " WHERE t.slug = ?",
        row -> read(row, language),
        language,
        slug);
  }

  /** The topics that a listed edition in this language has, by name. */
  List<Topic> inUse(String language) {
    var ids =
        sql.list(
            // skips from topic to topic in the index, whatever the number of their editions; asked
            // as a range, for MariaDB sorts what is grouped by a column that is always the same
            "SELECT topic_id FROM edition_topic FORCE INDEX (edition_topic_in_use) WHERE language"
                + " >= ? AND language <= ? GROUP BY language, topic_id LIMIT "
                + MOST,
            row -> Sql.uuid(row, "topic_id"),
            language,
            language);
    if (ids.isEmpty()) return List.of();
    var parameters = new ArrayList<Object>(ids);
    parameters.addFirst(language);
    return sql
        .list(
            NAMED.formatted("", "topic t FORCE INDEX (PRIMARY)")
                + (" WHERE t.id IN (" + Sql.marks(ids) + ")"),
            row -> read(row, language),
            parameters.toArray())
        .stream()
        .sorted(
            Comparator.comparing(
                Topic::name, Collator.getInstance(ULocale.forLanguageTag(language))))
        .toList();
  }

  /** The topics of these articles, each in its edition's language, in the writer's order. */
  public Map<EditionKey, List<Topic>> of(Collection<EditionKey> editions) {
    var found = new HashMap<EditionKey, List<Topic>>();
    if (editions.isEmpty()) return found;
    for (var language : editions.stream().map(EditionKey::language).distinct().toList()) {
      var articles =
          editions.stream()
              .filter(key -> key.language().equals(language))
              .map(EditionKey::article)
              .distinct()
              .toList();
      var parameters = new ArrayList<Object>();
      parameters.add(language);
      parameters.addAll(articles);
      sql.list(
          NAMED.formatted(
                  ", a.article_id",
                  "article_topic a FORCE INDEX (PRIMARY) STRAIGHT_JOIN topic t ON t.id ="
                      + " a.topic_id")
              + " WHERE a.article_id IN ("
              + Sql.marks(articles)
              + ") ORDER BY a.article_id, a.position",
          row ->
              found
                  .computeIfAbsent(
                      new EditionKey(Sql.uuid(row, "article_id"), language),
                      key -> new ArrayList<>())
                  .add(read(row, language)),
          parameters.toArray());
    }
    return found;
  }

  /** An edition, by what is unique about it. */
  public record EditionKey(UUID article, String language) {}

  /**
   * Says what an article is about; a topic that nobody has named before is made. Inside the
   * caller's transaction.
   */
  public List<UUID> assign(UUID article, List<String> names, String language) {
    var bySlug = new TreeMap<String, String>();
    names.forEach(name -> bySlug.putIfAbsent(slugOf(name, language), name));
    // new ones are made in one order by everybody: two writers never wait for each other's
    var made = new HashMap<String, UUID>();
    bySlug.forEach((slug, name) -> made.put(slug, named(slug, name, language)));
    var ids =
        names.stream()
            .flatMap(name -> Optional.ofNullable(made.get(slugOf(name, language))).stream())
            .distinct()
            .toList();
    sql.update("DELETE FROM article_topic WHERE article_id = ?", article);
    for (var position = 0; position < ids.size(); position++) {
      sql.update(
          "INSERT INTO article_topic (article_id, position, topic_id) VALUES (?, ?, ?)",
          article,
          position,
          ids.get(position));
    }
    return ids;
  }

  private static String slugOf(String name, String language) {
    var spelled = Slug.of(name, language);
    // symbols only: the name's own hash keeps two of them apart
    return spelled.isEmpty() ? "topic-" + Integer.toHexString(name.hashCode()) : spelled;
  }

  private UUID named(String slug, String name, String language) {
    var known = idOf(slug);
    if (known.isPresent()) return known.get();
    var id = Ids.next();
    var made =
        sql.update(
            "INSERT IGNORE INTO topic (id, slug, language, created_at) VALUES (?, ?, ?, ?)",
            id,
            slug,
            language,
            clock.instant());
    if (made == 0) return idOf(slug).orElseThrow();
    sql.update(
        "INSERT INTO topic_name (topic_id, language, name) VALUES (?, ?, ?)", id, language, name);
    wordings.say(id, Wording.Kind.TOPIC, slug, language, name, "");
    return id;
  }

  private Optional<UUID> idOf(String slug) {
    return sql.one("SELECT id FROM topic WHERE slug = ?", row -> Sql.uuid(row, "id"), slug);
  }

  private static Topic read(ResultSet row, String language) throws SQLException {
    var own = row.getString("language");
    var borrowed = row.getBoolean("untranslated") && !own.equals(language);
    return new Topic(
        Sql.uuid(row, "id"), row.getString("slug"), row.getString("name"), borrowed ? own : null);
  }
}
