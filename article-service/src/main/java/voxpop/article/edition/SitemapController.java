package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;

/** All that is published, by article, for the gateway's sitemap. */
@Controller("/sitemap")
class SitemapController {

  /** Editions in one answer: about 300 KB. */
  private static final int AT_ONCE = 2000;

  private final Sql sql;

  SitemapController(Sql sql) {
    this.sql = sql;
  }

  @Serdeable
  record Address(String language, String slug, Origin origin) {}

  @Serdeable
  record Entry(UUID article, Instant lastModified, List<Address> editions) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Sitemap(List<Entry> items, @Nullable String next) {}

  private record Row(UUID article, Instant updatedAt, Address address) {}

  /** {@code next} is the last article of this part: the primary key is the order. */
  @Get("{?after}")
  Sitemap show(@QueryValue @Nullable UUID after) {
    var rows =
        sql.list(
            "SELECT article_id, language, slug, origin, updated_at FROM edition WHERE article_id >"
                + " ? AND visible = 1 ORDER BY article_id, language LIMIT ?",
            row ->
                new Row(
                    Sql.uuid(row, "article_id"),
                    Sql.instant(row, "updated_at"),
                    new Address(
                        row.getString("language"),
                        row.getString("slug"),
                        Origin.valueOf(row.getString("origin")))),
            after == null ? new UUID(0, 0) : after,
            AT_ONCE);
    var items = new ArrayList<Entry>();
    for (var row : rows) {
      if (items.isEmpty() || !items.getLast().article().equals(row.article())) {
        items.add(new Entry(row.article(), row.updatedAt(), new ArrayList<>()));
      }
      var entry = items.removeLast();
      entry.editions().add(row.address());
      var later =
          row.updatedAt().isAfter(entry.lastModified()) ? row.updatedAt() : entry.lastModified();
      items.addLast(new Entry(entry.article(), later, entry.editions()));
    }
    // the last article may go on beyond this part: it comes whole with the next
    var more = rows.size() == AT_ONCE && items.size() > 1;
    if (more) items.removeLast();
    return new Sitemap(items, more ? items.getLast().article().toString() : null);
  }
}
