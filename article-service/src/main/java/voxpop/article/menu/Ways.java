package voxpop.article.menu;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.EditionRef;
import voxpop.article.edition.Editions;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;

/** Where the lines of the menu lead. */
@Singleton
class Ways {

  /** A path of this site, or an address of the web; nothing that runs in a browser. */
  private static final Pattern ADDRESS =
      Pattern.compile("/|/[^/\\s\\\\][^\\s\\\\]*|https?://[^\\s]+");

  private static final String IN_TOPIC =
      "(SELECT 'topic' AS kind, t.slug, e.language FROM topic t STRAIGHT_JOIN edition_topic e FORCE"
          + " INDEX (PRIMARY) ON e.topic_id = t.id WHERE t.slug = ? AND e.language = ? LIMIT 1)";

  private static final String IN_SERIES =
      "(SELECT 'series' AS kind, s.slug, e.language FROM series s STRAIGHT_JOIN series_article m"
          + " FORCE INDEX (PRIMARY) ON m.series_id = s.id STRAIGHT_JOIN edition e FORCE INDEX"
          + " (PRIMARY) ON e.article_id = m.article_id WHERE s.slug = ? AND e.language = ? AND"
          + " e.listed LIMIT 1)";

  static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Sql sql;
  private final Editions editions;

  Ways(Sql sql, Editions editions) {
    this.sql = sql;
    this.editions = editions;
  }

  /** A list of articles: {@code kind} is a topic or a series. */
  record Listing(Target kind, String slug, String language) {}

  /** Where articles can be read, and in which lists there are any. */
  record Places(Map<UUID, List<EditionRef>> editions, Set<Listing> lists) {

    /** A path below the site, or an address; null for what readers can't open. */
    @Nullable String of(Line line, String language) {
      return switch (line.kind()) {
        case PAGE ->
            page(editions.getOrDefault(UUID.fromString(line.target()), List.of()), language);
        case TOPIC, SERIES ->
            lists.contains(new Listing(line.kind(), line.target(), language))
                ? "/" + language + "/" + line.kind().word() + "/" + line.target()
                : null;
        case ADDRESS -> line.target();
      };
    }

    /** In the reader's language, else the original, which comes first. */
    private static @Nullable String page(List<EditionRef> editions, String language) {
      return editions.stream()
          .filter(edition -> edition.language().equals(language))
          .findFirst()
          .or(() -> editions.stream().findFirst())
          .map(edition -> "/" + edition.language() + "/" + edition.slug())
          .orElse(null);
    }
  }

  Places of(List<Line> lines, Collection<String> languages) {
    return new Places(
        editions.visible(
            lines.stream()
                .filter(line -> line.kind() == Target.PAGE)
                .map(line -> UUID.fromString(line.target()))
                .distinct()
                .toList()),
        filled(lines, languages));
  }

  /** Those in which there is anything; of each one row is read, however long it is. */
  private Set<Listing> filled(List<Line> lines, Collection<String> languages) {
    var queries = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    for (var line : lines) {
      if (line.kind() != Target.TOPIC && line.kind() != Target.SERIES) continue;
      for (var language : languages) {
        queries.add(line.kind() == Target.TOPIC ? IN_TOPIC : IN_SERIES);
        parameters.add(line.target());
        parameters.add(language);
      }
    }
    if (queries.isEmpty()) return Set.of();
    return Set.copyOf(
        sql.list(
            String.join(" UNION ALL ", queries),
            row ->
                new Listing(
                    Target.of(row.getString("kind")),
                    row.getString("slug"),
                    row.getString("language")),
            parameters.toArray()));
  }

  /**
   * Refuses what leads nowhere.
   *
   * @throws Problem 400 with a violation for each such line
   */
  void check(List<MenuInput.LineInput> lines) {
    var violations = new ArrayList<Violation>();
    for (var i = 0; i < lines.size(); i++) {
      if (!isThere(lines.get(i))) {
        violations.add(new Violation("lines[" + i + "].target", "leads nowhere"));
      }
    }
    if (!violations.isEmpty()) throw Problem.invalid(violations);
  }

  private boolean isThere(MenuInput.LineInput line) {
    var target = line.place();
    return switch (line.kind()) {
      case PAGE ->
          ID.matcher(target).matches()
              && isThere("SELECT 1 FROM article WHERE id = ?", UUID.fromString(target));
      case TOPIC -> isThere("SELECT 1 FROM topic WHERE slug = ?", target);
      case SERIES -> isThere("SELECT 1 FROM series WHERE slug = ?", target);
      case ADDRESS -> ADDRESS.matcher(target).matches();
    };
  }

  private boolean isThere(String query, Object key) {
    return sql.one(query, row -> true, key).isPresent();
  }
}
