package voxpop.article.edition;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.account.Byline;
import voxpop.article.article.Kind;
import voxpop.article.article.Prose;
import voxpop.article.recommendation.RecommendationCounts;
import voxpop.article.related.Related;
import voxpop.article.series.Serials;
import voxpop.article.site.CommentRule;
import voxpop.article.site.Languages;
import voxpop.article.topic.Topics;
import voxpop.article.topic.Topics.EditionKey;
import voxpop.article.wording.Paragraphs;

/** Finds what stands at an address, and puts a page together: one query per table. */
@Singleton
public class Pages {

  /** As many as fit under an article in one row of a wide window. */
  private static final int RELATED = 4;

  private static final String SELECT =
      "SELECT STRAIGHT_JOIN e.*, a.kind, a.language AS original_language, a.comments, a.publish_at,"
          + " a.published_revision, p.name, p.display_name, p.note, w.language AS note_language,"
          + " n.html AS own_note, s.languages, s.index_machine_editions FROM edition e JOIN article"
          + " a ON a.id = e.article_id JOIN author p ON p.id = e.author_id JOIN site s ON s.id = 1"
          + " LEFT JOIN wording w ON w.id = p.id LEFT JOIN wording_text n ON n.wording_id = p.id"
          + " AND n.language = e.language WHERE ";

  private final Sql sql;
  private final EditionTable editions;
  private final Lists lists;
  private final Summaries summaries;
  private final Topics topics;
  private final RecommendationCounts counts;
  private final Related related;
  private final Serials series;

  Pages(
      Sql sql,
      EditionTable editions,
      Lists lists,
      Summaries summaries,
      Topics topics,
      RecommendationCounts counts,
      Related related,
      Serials series) {
    this.sql = sql;
    this.editions = editions;
    this.lists = lists;
    this.summaries = summaries;
    this.topics = topics;
    this.counts = counts;
    this.related = related;
    this.series = series;
  }

  /** What stands at an address. */
  public sealed interface Place {}

  public record Found(Page page) implements Place {}

  public record Moved(String language, String slug) implements Place {}

  /** It was there and was taken back. */
  public record Gone() implements Place {}

  public record Unknown() implements Place {}

  @Connectable
  public Place at(String language, String slug) {
    return sql.one(SELECT + "e.language = ? AND e.slug = ?", Bare::read, language, slug)
        .<Place>map(found -> found.visible() ? new Found(complete(found)) : new Gone())
        .orElseGet(() -> formerly(language, slug));
  }

  /** An article's edition for readers, in this language. */
  @Connectable
  public Optional<Page> of(UUID article, String language) {
    return sql.one(SELECT + "e.article_id = ? AND e.language = ?", Bare::read, article, language)
        .filter(Bare::visible)
        .map(this::complete);
  }

  /** Whether an article that isn't there (any more) once had readers. */
  public boolean wasPublished(UUID article) {
    return sql.one("SELECT 1 FROM slug WHERE article_id = ? LIMIT 1", row -> true, article)
        .isPresent();
  }

  /** The same with what leads on from it. */
  @Connectable
  Page withRelated(Page page) {
    return page.with(
        relatedTo(page.article(), page.language(), RELATED),
        series.of(page.article(), page.language()).orElse(null));
  }

  /** What else a reader of this edition may like, best first. */
  @Connectable
  public List<EditionSummary> relatedTo(UUID article, String language, int limit) {
    return lists.byKeys(
        related.of(article, language, limit).stream()
            .map(other -> new EditionKey(other, language))
            .toList());
  }

  private static Byline byline(ResultSet row, String language) throws SQLException {
    var own = row.getString("own_note");
    return new Byline(
        row.getString("name"),
        row.getString("display_name"),
        own == null ? row.getString("note") : Paragraphs.text(own),
        own == null ? row.getString("note_language") : language);
  }

  private Place formerly(String language, String slug) {
    return sql.one(
            "SELECT e.slug, e.visible FROM slug s LEFT JOIN edition e ON e.article_id ="
                + " s.article_id AND e.language = s.language WHERE s.language = ? AND s.slug = ?",
            row ->
                row.getBoolean("visible") ? new Moved(language, row.getString("slug")) : new Gone(),
            language,
            slug)
        .orElseGet(Unknown::new);
  }

  private Page complete(Bare bare) {
    var page = bare.page();
    var key = new EditionKey(page.article(), page.language());
    var visible = editions.visible(page.article());
    return page.completed(
        topics.of(List.of(key)).getOrDefault(key, List.of()),
        summaries.picture(bare.picture()),
        bare.alternates().readable(visible),
        bare.alternates().of(visible),
        null,
        null,
        counts.of(List.of(page.article())).getOrDefault(page.article(), 0L));
  }

  /** What one row says; the rest is asked for when its connection is free again. */
  private record Bare(boolean visible, @Nullable String picture, Alternates alternates, Page page) {
    static Bare read(ResultSet row) throws SQLException {
      var article = Sql.uuid(row, "article_id");
      var language = row.getString("language");
      var words = row.getInt("words");
      var scheduled = row.getTimestamp("publish_at");
      return new Bare(
          row.getBoolean("visible"),
          row.getString("picture"),
          new Alternates(
              List.of(row.getString("languages").split(",", -1)),
              row.getBoolean("index_machine_editions")),
          new Page(
              article,
              article,
              Kind.valueOf(row.getString("kind")),
              language,
              row.getString("original_language"),
              Languages.direction(language),
              row.getString("slug"),
              row.getString("title"),
              row.getString("summary"),
              row.getString("html"),
              Origin.valueOf(row.getString("origin")),
              Freshness.valueOf(row.getString("status")).word(),
              "published",
              Sql.instant(row, "published_at"),
              Sql.instant(row, "updated_at"),
              scheduled == null ? null : scheduled.toInstant(),
              row.getInt("published_revision"),
              Prose.minutes(words),
              words,
              byline(row, language),
              List.of(),
              null,
              List.of(),
              List.of(),
              null,
              null,
              0,
              CommentRule.valueOf(row.getString("comments"))));
    }
  }
}
