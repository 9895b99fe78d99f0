package voxpop.article.edition;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.account.Byline;
import voxpop.article.article.Prose;
import voxpop.article.media.Picture;
import voxpop.article.recommendation.RecommendationCounts;
import voxpop.article.topic.Topic;
import voxpop.article.topic.Topics;
import voxpop.article.topic.Topics.EditionKey;

/** Completes rows of editions with topics and counts: one query per table for a whole list. */
@Singleton
class Summaries {

  private final Topics topics;
  private final RecommendationCounts counts;
  private final ObjectMapper json;

  Summaries(Topics topics, RecommendationCounts counts, ObjectMapper json) {
    this.topics = topics;
    this.counts = counts;
    this.json = json;
  }

  /** What the edition, its article and its author say: everything but the text. */
  record Row(
      UUID article,
      String language,
      String originalLanguage,
      String slug,
      String title,
      String summary,
      Origin origin,
      Freshness status,
      Byline author,
      Instant publishedAt,
      Instant updatedAt,
      @Nullable String picture,
      int words) {

    static final String COLUMNS =
        "e.article_id, e.language, a.language AS original_language, e.slug, e.title, e.summary,"
            + " e.origin, e.status, p.name, p.display_name, e.published_at, e.updated_at,"
            + " e.picture, e.words";

    static final String JOINS =
        " JOIN article a ON a.id = e.article_id JOIN author p ON p.id = e.author_id";

    EditionKey key() {
      return new EditionKey(article, language);
    }

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          Sql.uuid(row, "article_id"),
          row.getString("language"),
          row.getString("original_language"),
          row.getString("slug"),
          row.getString("title"),
          row.getString("summary"),
          Origin.valueOf(row.getString("origin")),
          Freshness.valueOf(row.getString("status")),
          new Byline(row.getString("name"), row.getString("display_name")),
          Sql.instant(row, "published_at"),
          Sql.instant(row, "updated_at"),
          row.getString("picture"),
          row.getInt("words"));
    }
  }

  /** What other tables say of editions, each asked once for all of them. */
  record Said(Map<EditionKey, List<Topic>> topics, Map<UUID, Long> counts) {
    List<Topic> topics(EditionKey key) {
      return topics.getOrDefault(key, List.of());
    }

    long count(UUID article) {
      return counts.getOrDefault(article, 0L);
    }
  }

  Said said(Collection<EditionKey> keys) {
    return new Said(
        topics.of(keys), counts.of(keys.stream().map(EditionKey::article).distinct().toList()));
  }

  List<EditionSummary> of(List<Row> rows) {
    return rows.isEmpty() ? List.of() : of(rows, said(rows.stream().map(Row::key).toList()));
  }

  List<EditionSummary> of(List<Row> rows, Said said) {
    return rows.stream()
        .map(
            row ->
                new EditionSummary(
                    row.article(),
                    row.article(),
                    row.language(),
                    row.originalLanguage(),
                    row.slug(),
                    row.title(),
                    row.summary(),
                    row.origin(),
                    row.status(),
                    row.author(),
                    said.topics(row.key()),
                    row.publishedAt(),
                    row.updatedAt(),
                    picture(row.picture()),
                    Prose.minutes(row.words()),
                    said.count(row.article()),
                    null))
        .toList();
  }

  @Nullable Picture picture(@Nullable String stored) {
    try {
      return stored == null ? null : json.readValue(stored, Picture.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
