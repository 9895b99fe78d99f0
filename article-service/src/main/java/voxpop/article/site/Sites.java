package voxpop.article.site;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.kit.feed.Changes;
import voxpop.kit.problem.Problem;

/** Reads and changes the site's one row. */
@Singleton
public class Sites {

  private static final String COLUMNS =
      "name, tagline, address, language, languages, time_zone, machine_editions, comments,"
          + " machine_editions_by_language, index_machine_editions, version";

  private final Sql sql;
  private final Changes changes;

  Sites(Sql sql, Changes changes) {
    this.sql = sql;
    this.changes = changes;
  }

  public Site get() {
    return read("SELECT " + COLUMNS + " FROM site WHERE id = 1");
  }

  /**
   * Replaces what is known of the site.
   *
   * @param expected the version that the caller has seen; null if it doesn't care
   * @throws Problem 412 if another version is there
   */
  @Transactional
  Site replace(SiteInput input, @Nullable Long expected) {
    var before = read("SELECT " + COLUMNS + " FROM site WHERE id = 1 FOR UPDATE");
    if (expected != null && expected != before.version()) {
      throw Problem.preconditionFailed(
          "The site's settings were changed meanwhile: read them again.");
    }
    var site = input.toSite(before.version() + 1);
    sql.update(
        "UPDATE site SET name = ?, tagline = ?, address = ?, language = ?, languages = ?, time_zone"
            + " = ?, machine_editions = ?, comments = ?, machine_editions_by_language = ?,"
            + " index_machine_editions = ?, version = ? WHERE id = 1",
        values(site));
    tell(site);
    return site;
  }

  /**
   * Makes the row, once: false if it is there, or is being made by another instance that then
   * succeeds.
   */
  boolean found(Site site) {
    var made =
        sql.update(
            "INSERT IGNORE INTO site ("
                + COLUMNS
                + ", id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            values(site));
    if (made == 1) tell(site);
    return made == 1;
  }

  private Site read(String query) {
    return sql.one(
            query,
            row ->
                new Site(
                    row.getString("name"),
                    row.getString("tagline"),
                    row.getString("address"),
                    row.getString("language"),
                    List.of(row.getString("languages").split(",", -1)),
                    row.getString("time_zone"),
                    MachineEditions.valueOf(row.getString("machine_editions")),
                    CommentRule.valueOf(row.getString("comments")),
                    exceptions(row.getString("machine_editions_by_language")),
                    row.getBoolean("index_machine_editions"),
                    row.getLong("version")))
        .orElseThrow(() -> new IllegalStateException("the first start makes the site"));
  }

  /** As {@code es=REVIEWED,fr=PUBLISHED}. */
  private static String written(Map<String, MachineEditions> exceptions) {
    return exceptions.entrySet().stream()
        .map(exception -> exception.getKey() + "=" + exception.getValue())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Map<String, MachineEditions> exceptions(String written) {
    return Arrays.stream(written.split(",", -1))
        .filter(exception -> !exception.isEmpty())
        .map(exception -> exception.split("=", 2))
        .collect(
            Collectors.toMap(
                exception -> exception[0], exception -> MachineEditions.valueOf(exception[1])));
  }

  private void tell(Site site) {
    changes.record("voxpop.site", "site", Map.of("version", site.version()));
  }

  private static Object[] values(Site site) {
    return new Object[] {
      site.name(),
      site.tagline(),
      site.address(),
      site.language(),
      String.join(",", site.languages()),
      site.timeZone(),
      site.machineEditions(),
      site.comments(),
      written(site.machineEditionsByLanguage()),
      site.indexMachineEditions(),
      site.version()
    };
  }
}
