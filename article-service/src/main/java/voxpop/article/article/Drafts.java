package voxpop.article.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.Cursor;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

/** What writers see of articles, whether readers get them or not. */
@Singleton
class Drafts {

  private final Sql sql;

  Drafts(Sql sql) {
    this.sql = sql;
  }

  /** An article in the list of a desk, with the title of its newest revision. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID article,
      UUID id,
      Kind kind,
      String language,
      String title,
      @Nullable String slug,
      Status status,
      int revision,
      @Nullable Integer publishedRevision,
      @Nullable Instant scheduledAt,
      @Nullable Instant publishedAt,
      Instant updatedAt,
      String author) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Listing(List<Item> items, @Nullable String next) {}

  @Serdeable
  record Saved(int revision, String title, Instant createdAt, String author) {}

  /** The articles that the caller may edit, the last saved first. */
  Listing list(
      Caller.Author caller,
      boolean mine,
      @Nullable Status status,
      @Nullable Kind kind,
      int limit,
      @Nullable String after) {
    var own = mine || !caller.is(Role.EDITOR);
    var parameters = new ArrayList<Object>();
    var where = new StringBuilder("1 = 1");
    if (own) {
      where.append(" AND a.author_id = ?");
      parameters.add(caller.id());
    }
    if (status != null) {
      where.append(" AND a.status = ?");
      parameters.add(status);
    }
    if (kind != null) {
      where.append(" AND a.kind = ?");
      parameters.add(kind);
    }
    if (after != null) {
      var place = Cursor.of(after);
      where.append(" AND a.updated_at <= ? AND (a.updated_at < ? OR a.id < ?)");
      parameters.addAll(List.of(place.publishedAt(), place.publishedAt(), place.article()));
    }
    parameters.add(limit + 1);
    var rows =
        sql.list(
            // the index first, then the rest of what it found: joined tables would be sorted whole
            "SELECT STRAIGHT_JOIN a.*, r.title, e.slug, p.display_name FROM (SELECT a.id FROM"
                + " article a WHERE "
                + where
                + " ORDER BY a.updated_at DESC, a.id DESC LIMIT ?) found"
                + " JOIN article a ON a.id = found.id"
                + " JOIN revision r ON r.article_id = a.id AND r.number = a.newest_revision"
                + " JOIN author p ON p.id = a.author_id"
                + " LEFT JOIN edition e ON e.article_id = a.id AND e.language = a.language"
                + " ORDER BY a.updated_at DESC, a.id DESC",
            Drafts::read,
            parameters.toArray());
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    return new Listing(shown, rows.size() > limit ? cursor(shown.getLast()).text() : null);
  }

  /** Every state that was saved, the newest first. */
  List<Saved> revisions(UUID article) {
    return sql.list(
        "SELECT r.number, r.title, r.created_at, p.display_name FROM revision r JOIN author p ON"
            + " p.id = r.author_id WHERE r.article_id = ? ORDER BY r.number DESC LIMIT 1000",
        row ->
            new Saved(
                row.getInt("number"),
                row.getString("title"),
                Sql.instant(row, "created_at"),
                row.getString("display_name")),
        article);
  }

  private static Item read(java.sql.ResultSet row) throws java.sql.SQLException {
    var id = Sql.uuid(row, "id");
    var scheduled = row.getTimestamp("publish_at");
    var published = row.getTimestamp("published_at");
    return new Item(
        id,
        id,
        Kind.valueOf(row.getString("kind")),
        row.getString("language"),
        row.getString("title"),
        row.getString("slug"),
        Status.valueOf(row.getString("status")),
        row.getInt("newest_revision"),
        row.getObject("published_revision", Integer.class),
        scheduled == null ? null : scheduled.toInstant(),
        published == null ? null : published.toInstant(),
        Sql.instant(row, "updated_at"),
        row.getString("display_name"));
  }

  private static Cursor cursor(Item last) {
    return new Cursor(last.updatedAt(), last.id(), last.language());
  }
}
