package voxpop.article.menu;

import static java.util.stream.Collectors.toMap;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.site.Sites;
import voxpop.article.wording.Said;
import voxpop.article.wording.Wording;
import voxpop.article.wording.Wordings;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/** Keeps the menu: its lines, and the one text that names them all. */
@Singleton
class Menus {

  private final Sql sql;
  private final Wordings wordings;
  private final Ways ways;
  private final Sites sites;

  Menus(Sql sql, Wordings wordings, Ways ways, Sites sites) {
    this.sql = sql;
    this.wordings = wordings;
    this.ways = ways;
    this.sites = sites;
  }

  /** For readers of a language: what is called in it so, else as in the original. */
  @Connectable
  Menu in(String language) {
    var id = id().orElse(null);
    var lines = lines(id);
    return in(language, id, lines, ways.of(lines, List.of(language)));
  }

  /** The same in all languages of the site at once. */
  @Connectable
  Map<String, Menu> all() {
    var id = id().orElse(null);
    var lines = lines(id);
    var languages = sites.get().languages();
    var places = ways.of(lines, languages);
    return languages.stream()
        .collect(toMap(language -> language, language -> in(language, id, lines, places)));
  }

  private Menu in(String language, @Nullable UUID id, List<Line> lines, Ways.Places places) {
    var said = id == null ? null : wordings.in(id, language).orElse(null);
    if (said == null) return new Menu(null, language, null, 0, List.of());
    var labels = labels(said);
    var entries =
        lines.stream()
            .map(
                line -> {
                  var own = labels.getOrDefault(line.id(), "");
                  return new Menu.Entry(
                      own.isEmpty() ? line.label() : own,
                      own.isEmpty() ? said.originalLanguage() : said.language(),
                      line.kind(),
                      line.target(),
                      places.of(line, language));
                })
            .toList();
    return new Menu(id, language, said.originalLanguage(), said.revision(), entries);
  }

  /**
   * Writes the menu anew; a line that keeps its name or its target keeps its translations.
   *
   * @param expected the revision that the caller has seen; null if it doesn't care
   * @throws Problem 400 for a line that leads nowhere; 412 if there is another revision
   */
  @Transactional
  Menu write(MenuInput input, @Nullable Long expected) {
    // of two who write the first one at once, one waits for the other
    sql.one("SELECT id FROM site WHERE id = 1 FOR UPDATE", row -> row.getInt(1));
    var id = id().orElseGet(Ids::next);
    var before = wordings.lock(id);
    int revision = before.map(Wording::revision).orElse(0);
    if (expected != null && expected != revision) {
      throw Problem.preconditionFailed("Somebody has changed the menu meanwhile: read it again.");
    }
    var site = sites.get();
    var language =
        input.language() != null
            ? input.language()
            : before.map(Wording::language).orElse(site.language());
    if (!site.languages().contains(language)) {
      throw Problem.invalid("language", language + " is not among the site's languages");
    }
    ways.check(input.written());
    var lines = named(input.written(), lines(id));
    store(id, lines);
    var now = wordings.say(id, Wording.Kind.MENU, "", language, site.name(), html(lines));
    if (now == revision) wordings.touch(id);
    return in(language);
  }

  private static List<Line> named(List<MenuInput.LineInput> wanted, List<Line> before) {
    var free = new ArrayList<>(before);
    var lines = new ArrayList<Line>();
    for (var line : wanted) {
      var label = line.label().strip();
      var known =
          free.stream()
              .filter(old -> old.leadsTo(line.kind(), line.place()) || old.label().equals(label))
              .findFirst();
      known.ifPresent(free::remove);
      lines.add(
          new Line(known.map(Line::id).orElseGet(Ids::next), label, line.kind(), line.place()));
    }
    return lines;
  }

  private void store(UUID id, List<Line> lines) {
    sql.update("DELETE FROM menu_line WHERE menu_id = ?", id);
    for (var position = 0; position < lines.size(); position++) {
      var line = lines.get(position);
      sql.update(
          "INSERT INTO menu_line (menu_id, id, position, label, kind, target) VALUES (?, ?, ?, ?,"
              + " ?, ?)",
          id,
          line.id(),
          position,
          line.label(),
          line.kind(),
          line.target());
    }
  }

  private List<Line> lines(@Nullable UUID menu) {
    if (menu == null) return List.of();
    return sql.list(
        "SELECT id, label, kind, target FROM menu_line WHERE menu_id = ? ORDER BY position",
        row ->
            new Line(
                Sql.uuid(row, "id"),
                row.getString("label"),
                Target.valueOf(row.getString("kind")),
                row.getString("target")),
        menu);
  }

  private Optional<UUID> id() {
    return sql.one(
        "SELECT id FROM wording WHERE kind = ? LIMIT 1",
        row -> Sql.uuid(row, "id"),
        Wording.Kind.MENU);
  }

  private static String html(List<Line> lines) {
    var list = new Element("ul");
    lines.forEach(
        line -> list.appendElement("li").attr("id", line.id().toString()).text(line.label()));
    return list.outerHtml();
  }

  private static Map<UUID, String> labels(Said said) {
    return Jsoup.parseBodyFragment(said.html()).select("li[id]").stream()
        .filter(item -> Ways.ID.matcher(item.id()).matches())
        .collect(
            toMap(item -> UUID.fromString(item.id()), Element::text, (first, second) -> first));
  }
}
