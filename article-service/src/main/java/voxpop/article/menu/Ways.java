package voxpop.article.menu;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Sql sql;
  private final Editions editions;

  Ways(Sql sql, Editions editions) {
    this.sql = sql;
    this.editions = editions;
  }

  /** Where articles can be read. */
  record Places(Map<UUID, List<EditionRef>> editions) {

    /** A path below the site, or an address; null for what readers can't open. */
    @Nullable String of(Line line, String language) {
      return switch (line.kind()) {
        case PAGE ->
            page(editions.getOrDefault(UUID.fromString(line.target()), List.of()), language);
        case TOPIC -> "/" + language + "/topic/" + line.target();
        case SERIES -> "/" + language + "/series/" + line.target();
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

  Places of(List<Line> lines) {
    return new Places(
        editions.visible(
            lines.stream()
                .filter(line -> line.kind() == Target.PAGE)
                .map(line -> UUID.fromString(line.target()))
                .distinct()
                .toList()));
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
