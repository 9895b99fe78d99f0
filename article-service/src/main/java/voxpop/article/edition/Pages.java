package voxpop.article.edition;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.account.Byline;
import voxpop.article.article.Kind;
import voxpop.article.article.Prose;
import voxpop.article.edition.Summaries.Row;
import voxpop.article.edition.Summaries.Said;
import voxpop.article.related.Related;
import voxpop.article.series.Part;
import voxpop.article.series.Serials;
import voxpop.article.site.CommentRule;
import voxpop.article.site.Languages;
import voxpop.article.topic.Topics.EditionKey;
import voxpop.article.wording.Paragraphs;
import voxpop.kit.feed.FeedTail;

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

  /** The type of what the feed tells of articles. */
  private static final String ARTICLES = "voxpop.article";

  private final Sql sql;
  private final EditionTable editions;
  private final Lists lists;
  private final Summaries summaries;
  private final Related related;
  private final Serials series;

  Pages(
      Sql sql,
      EditionTable editions,
      Lists lists,
      Summaries summaries,
      Related related,
      Serials series) {
    this.sql = sql;
    this.editions = editions;
    this.lists = lists;
    this.summaries = summaries;
    this.related = related;
    this.series = series;
  }

  /** What stands at an address. */
  public sealed interface Place {}

  /**
   * @param madeOf the subjects of the own feed of which each change tells of another page, as
   *     {@link FeedTail} has them; empty where that isn't asked for
   */
  public record Found(Page page, Set<String> madeOf) implements Place {}

  public record Moved(String language, String slug) implements Place {}

  /** It was there and was taken back. */
  public record Gone() implements Place {}

  public record Unknown() implements Place {}

  @Connectable
  public Place at(String language, String slug) {
    return at(language, slug, bare -> new Found(complete(bare), Set.of()));
  }

  /** The same with what leads on from a page. */
  @Connectable
  Place whole(String language, String slug) {
    return at(language, slug, this::whole);
  }

  private Place at(String language, String slug, Function<Bare, Place> complete) {
    return sql.one(SELECT + "e.language = ? AND e.slug = ?", Bare::read, language, slug)
        .map(found -> found.visible() ? complete.apply(found) : new Gone())
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

  /** What else a reader of this edition may like, best first. */
  @Connectable
  public List<EditionSummary> relatedTo(UUID article, String language, int limit) {
    return summaries.of(alike(article, language, limit).shown());
  }

  /**
   * Articles that readers can see in this language: those most like it, best first; where there are
   * too few, filled up with the newest.
   */
  private Alike alike(UUID article, String language, int limit) {
    var stored = lists.alike(article, language);
    var shown = stored.stream().flatMap(one -> one.row().stream()).limit(limit).toList();
    var looked = stored.stream().map(Lists.Alike::article).toList();
    if (shown.size() == limit) return new Alike(shown, looked, false);
    var there = shown.stream().map(Row::article).toList();
    var missing =
        related.newest(language, limit + 1).stream()
            .filter(other -> !other.equals(article) && !there.contains(other))
            .limit(limit - shown.size())
            .map(other -> new EditionKey(other, language));
    return new Alike(
        Stream.concat(shown.stream(), lists.rows(missing.toList()).stream()).toList(),
        looked,
        true);
  }

  /**
   * @param looked the articles that were looked at for it, in this language or in vain
   * @param filled with the newest, whichever they are
   */
  private record Alike(List<Row> shown, List<UUID> looked, boolean filled) {}

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
    var key = bare.key();
    return complete(bare, summaries.said(List.of(key)), null, null);
  }

  private Page complete(
      Bare bare, Said said, @Nullable List<EditionSummary> related, @Nullable Part part) {
    var page = bare.page();
    var visible = editions.visible(page.article());
    return page.completed(
        said.topics(bare.key()),
        summaries.picture(bare.picture()),
        bare.alternates().readable(visible),
        bare.alternates().of(visible),
        related,
        part,
        said.count(page.article()));
  }

  private Found whole(Bare bare) {
    var key = bare.key();
    var alike = alike(key.article(), key.language(), RELATED);
    var said =
        summaries.said(
            Stream.concat(Stream.of(key), alike.shown().stream().map(Row::key)).toList());
    var part = series.of(key.article(), key.language()).orElse(null);
    return new Found(
        complete(bare, said, summaries.of(alike.shown(), said), part),
        madeOf(key.article(), alike, part));
  }

  /** What is said of site, authors and topics changes so seldom that none is told from another. */
  private static Set<String> madeOf(UUID article, Alike alike, @Nullable Part part) {
    var subjects = new HashSet<>(List.of("voxpop.site", "voxpop.author", "voxpop.wording"));
    subjects.add(FeedTail.subject("voxpop.related", article + "/related"));
    // whichever articles are the newest, or the nearest that can be read
    if (alike.filled() || part != null) subjects.add(ARTICLES);
    Stream.concat(Stream.of(article), alike.looked().stream())
        .forEach(one -> subjects.add(FeedTail.subject(ARTICLES, one.toString())));
    return subjects;
  }

  /** What one row says; the rest is asked for when its connection is free again. */
  private record Bare(boolean visible, @Nullable String picture, Alternates alternates, Page page) {
    EditionKey key() {
      return new EditionKey(page.article(), page.language());
    }

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
