package voxpop.article.search;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import voxpop.article.Sql;

/** Reads what can be found: listed editions. */
@Singleton
class EditionTexts {
  private static final String EDITION =
      "SELECT article_id, language, title, summary, html, published_at FROM edition ";

  private final Sql sql;

  EditionTexts(Sql sql) {
    this.sql = sql;
  }

  List<EditionText> of(Collection<UUID> articles) {
    if (articles.isEmpty()) {
      return List.of();
    }
    return complete(
        sql.list(
            EDITION + "WHERE listed AND article_id IN (" + Sql.marks(articles) + ")",
            EditionTexts::edition,
            articles.toArray()));
  }

  /** Articles with a listed edition that are about a topic. */
  List<UUID> about(UUID topic) {
    return sql.list(
        "SELECT DISTINCT article_id FROM edition_topic WHERE topic_id = ?",
        row -> Sql.uuid(row, "article_id"),
        topic);
  }

  /** The next editions in the order of their keys. */
  List<EditionText> after(UUID article, String language, int most) {
    return complete(
        sql.list(
            EDITION
                + "WHERE listed AND (article_id > ? OR (article_id = ? AND language > ?))"
                + " ORDER BY article_id, language LIMIT "
                + most,
            EditionTexts::edition,
            article,
            article,
            language));
  }

  private List<EditionText> complete(List<EditionText> editions) {
    Map<UUID, List<TopicName>> names =
        names(editions.stream().map(EditionText::article).collect(Collectors.toSet()));
    return editions.stream()
        .map(
            edition ->
                new EditionText(
                    edition.article(),
                    edition.language(),
                    edition.title(),
                    edition.text(),
                    edition.publishedAt(),
                    topics(names.getOrDefault(edition.article(), List.of()), edition.language())))
        .toList();
  }

  private record TopicName(UUID article, String slug, String language, String name) {}

  private Map<UUID, List<TopicName>> names(Collection<UUID> articles) {
    if (articles.isEmpty()) {
      return Map.of();
    }
    return sql
        .list(
            "SELECT at.article_id, at.position, t.slug, n.language, n.name, n.language = t.language"
                + " AS own FROM article_topic at JOIN topic t ON t.id = at.topic_id LEFT JOIN"
                + " topic_name n ON n.topic_id = t.id WHERE at.article_id IN ("
                + Sql.marks(articles)
                + ") UNION ALL SELECT at.article_id, at.position, t.slug, n.language, n.title,"
                + " FALSE FROM article_topic at JOIN topic t ON t.id = at.topic_id JOIN"
                + " wording_text n ON n.wording_id = t.id WHERE at.article_id IN ("
                + Sql.marks(articles)
                + ") ORDER BY article_id, position, own DESC",
            row ->
                new TopicName(
                    Sql.uuid(row, "article_id"),
                    row.getString("slug"),
                    String.valueOf(row.getString("language")),
                    row.getString("name") == null ? row.getString("slug") : row.getString("name")),
            Stream.concat(articles.stream(), articles.stream()).toArray())
        .stream()
        .collect(Collectors.groupingBy(TopicName::article));
  }

  private static List<EditionText.Topic> topics(List<TopicName> names, String language) {
    Map<String, EditionText.Topic> topics = new LinkedHashMap<>();
    for (TopicName name : names) {
      EditionText.Topic topic = new EditionText.Topic(name.slug(), name.name());
      if (name.language().equals(language)) {
        topics.put(name.slug(), topic);
      } else {
        topics.putIfAbsent(name.slug(), topic);
      }
    }
    return List.copyOf(topics.values());
  }

  private static EditionText edition(ResultSet row) throws SQLException {
    return new EditionText(
        Sql.uuid(row, "article_id"),
        row.getString("language"),
        row.getString("title"),
        row.getString("summary") + "\n" + Jsoup.parseBodyFragment(row.getString("html")).text(),
        Sql.instant(row, "published_at"),
        List.of());
  }
}
