package voxpop.article.edition;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.site.Sites;

/** All that is published, by article, for the gateway's sitemap. */
@Controller("/sitemap")
class SitemapController {

  /** Editions in one answer: about 300 KB. */
  private static final int AT_ONCE = 2000;

  private final Sql sql;
  private final Sites sites;

  SitemapController(Sql sql, Sites sites) {
    this.sql = sql;
    this.sites = sites;
  }

  @Serdeable
  record Entry(UUID article, Instant lastModified, List<Alternate> alternates) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Sitemap(List<Alternate> home, List<Entry> items, @Nullable String next) {}

  private record Row(UUID article, Instant updatedAt, EditionRef edition) {}

  /** {@code next} is the last article of this part: the primary key is the order. */
  @Get("{?after}")
  Sitemap show(@QueryValue @Nullable UUID after) {
    var rows =
        sql.list(
            "SELECT article_id, updated_at, "
                + EditionTable.REF
                + " FROM edition WHERE article_id > ? AND visible = 1 ORDER BY article_id, language"
                + " LIMIT ?",
            row ->
                new Row(
                    Sql.uuid(row, "article_id"),
                    Sql.instant(row, "updated_at"),
                    EditionTable.readRef(row)),
            after == null ? new UUID(0, 0) : after,
            AT_ONCE);
    var byArticle =
        rows.stream().collect(groupingBy(Row::article, LinkedHashMap::new, Collectors.toList()));
    // the last article may go on beyond this part: it comes whole with the next
    var more = rows.size() == AT_ONCE && byArticle.size() > 1;
    if (more) byArticle.pollLastEntry();
    var alternates = Alternates.of(sites.get());
    return new Sitemap(
        alternates.home(),
        byArticle.values().stream().map(editions -> entry(editions, alternates)).toList(),
        more ? byArticle.lastEntry().getKey().toString() : null);
  }

  private static Entry entry(List<Row> editions, Alternates alternates) {
    return new Entry(
        editions.getFirst().article(),
        editions.stream().map(Row::updatedAt).max(Instant::compareTo).orElseThrow(),
        alternates.of(editions.stream().map(Row::edition).toList()));
  }
}
