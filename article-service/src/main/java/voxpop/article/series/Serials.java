package voxpop.article.series;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.wording.Said;
import voxpop.article.wording.Wordings;

/** Reads series: by their address, and by the articles in them. */
@Singleton
public class Serials {

  private final Sql sql;
  private final Wordings wordings;

  Serials(Sql sql, Wordings wordings) {
    this.sql = sql;
    this.wordings = wordings;
  }

  /** A series with its name in a language and all of its articles, whoever may read them. */
  public record Found(UUID id, String slug, Said said, List<UUID> articles) {}

  /** An edition of a part that readers can open. */
  private record Edition(UUID article, String language, String slug, String title) {
    Part.Neighbour neighbour() {
      return new Part.Neighbour(language, slug, title);
    }
  }

  public Optional<Found> find(String slug, String language) {
    return sql.one("SELECT id FROM series WHERE slug = ?", row -> Sql.uuid(row, "id"), slug)
        .flatMap(
            id -> wordings.in(id, language).map(said -> new Found(id, slug, said, articles(id))));
  }

  /** The slug of the series that an article is in. */
  public Optional<String> of(UUID article) {
    return sql.one(
        "SELECT s.slug FROM series_article m JOIN series s ON s.id = m.series_id WHERE m.article_id"
            + " = ?",
        row -> row.getString("slug"),
        article);
  }

  /** What readers of an article in this language are told of its series. */
  public Optional<Part> of(UUID article, String language) {
    var series =
        sql.one(
            "SELECT series_id FROM series_article WHERE article_id = ?",
            row -> Sql.uuid(row, "series_id"),
            article);
    if (series.isEmpty()) return Optional.empty();
    var slug =
        sql.one("SELECT slug FROM series WHERE id = ?", row -> row.getString("slug"), series.get());
    var said = wordings.in(series.get(), language);
    if (slug.isEmpty() || said.isEmpty()) return Optional.empty();
    var editions = editions(series.get(), language);
    var parts = editions.stream().map(Edition::article).distinct().toList();
    var at = parts.indexOf(article);
    if (at < 0) return Optional.empty();
    return Optional.of(
        new Part(
            slug.get(),
            said.get().title(),
            said.get().otherThan(language),
            at + 1,
            parts.size(),
            nearest(editions, parts.subList(0, at).reversed(), language),
            nearest(editions, parts.subList(at + 1, parts.size()), language)));
  }

  /** In which languages any part can be read. */
  public Set<String> languagesOf(UUID series) {
    return new HashSet<>(
        sql.list(
            "SELECT e.language FROM series_article m JOIN edition e ON e.article_id ="
                + " m.article_id WHERE m.series_id = ? AND e.listed",
            row -> row.getString("language"),
            series));
  }

  /** An article is removed: the others move up. */
  public void leave(UUID article) {
    sql.one(
            "SELECT series_id FROM series_article WHERE article_id = ?",
            row -> Sql.uuid(row, "series_id"),
            article)
        .ifPresent(
            series -> {
              sql.update("DELETE FROM series_article WHERE article_id = ?", article);
              wordings.touch(series);
            });
  }

  List<UUID> articles(UUID series) {
    return sql.list(
        "SELECT article_id FROM series_article WHERE series_id = ? ORDER BY position",
        row -> Sql.uuid(row, "article_id"),
        series);
  }

  /** In this language and in the original's, in the order of the series. */
  private List<Edition> editions(UUID series, String language) {
    return sql.list(
        "SELECT STRAIGHT_JOIN e.article_id, e.language, e.slug, e.title FROM series_article m JOIN"
            + " edition e ON e.article_id = m.article_id WHERE m.series_id = ? AND e.visible AND"
            + " (e.language = ? OR e.origin = 'ORIGINAL') ORDER BY m.position",
        row ->
            new Edition(
                Sql.uuid(row, "article_id"),
                row.getString("language"),
                row.getString("slug"),
                row.getString("title")),
        series,
        language);
  }

  private static Part.@Nullable Neighbour nearest(
      List<Edition> editions, List<UUID> parts, String language) {
    return parts.stream()
        .map(
            part ->
                editions.stream()
                    .filter(e -> e.article().equals(part) && e.language().equals(language))
                    .findFirst()
                    .orElse(null))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Edition::neighbour)
        .orElse(null);
  }
}
