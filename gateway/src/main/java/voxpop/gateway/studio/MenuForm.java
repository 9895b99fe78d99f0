package voxpop.gateway.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Topic;

/**
 * The menu as a form holds it: numbered rows of a place, a name, and what it leads to.
 *
 * @param language that the names are in
 */
public record MenuForm(@Nullable String language, @Nullable String etag, List<Row> rows) {
  /** As many as article-service takes. */
  private static final int MOST = 20;

  /** Room for more lines. */
  private static final int BLANK = 3;

  private static final String ADDRESS = "address";

  /**
   * A line, as typed.
   *
   * @param way kind and target with a space between them; {@code address} alone for what was typed
   */
  public record Row(String place, String label, String way, String address) {
    House.Line line() {
      String[] parts = way.split(" ", 2);
      return parts.length == 2
          ? new House.Line(label, parts[0], parts[1])
          : new House.Line(label, ADDRESS, address);
    }

    int number() {
      return place.matches("\\d{1,4}") ? Integer.parseInt(place) : Integer.MAX_VALUE;
    }
  }

  /** Something that a line can lead to. */
  public record Choice(String way, String name) {}

  static MenuForm of(House.Menu menu, @Nullable String etag) {
    List<Row> rows = new ArrayList<>();
    for (House.Line line : menu.lines()) {
      boolean typed = line.kind().equals(ADDRESS);
      rows.add(
          new Row(
              String.valueOf(rows.size() + 1),
              line.label(),
              typed ? ADDRESS : line.kind() + " " + line.target(),
              typed ? line.target() : ""));
    }
    for (int i = 0; i < BLANK && rows.size() < MOST; i++) {
      rows.add(new Row(String.valueOf(rows.size() + 1), "", ADDRESS, ""));
    }
    return new MenuForm(menu.originalLanguage(), etag, rows);
  }

  static MenuForm of(Map<String, String> typed) {
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= MOST + BLANK && typed.containsKey("label" + i); i++) {
      rows.add(
          new Row(
              typed.getOrDefault("place" + i, "").strip(),
              typed.getOrDefault("label" + i, "").strip(),
              typed.getOrDefault("way" + i, ADDRESS),
              typed.getOrDefault("address" + i, "").strip()));
    }
    return new MenuForm(typed.get("language"), typed.get("etag"), rows);
  }

  /** The lines that have a name, in the order of their places. */
  House.MenuInput input() {
    return new House.MenuInput(
        language,
        rows.stream()
            .filter(row -> !row.label().isEmpty())
            .sorted(Comparator.comparingInt(Row::number))
            .map(Row::line)
            .toList());
  }

  static List<Choice> choices(List<Written> pages, List<Topic> series, List<Topic> topics) {
    List<Choice> choices = new ArrayList<>();
    pages.forEach(page -> choices.add(new Choice("page " + page.article(), page.title())));
    series.forEach(one -> choices.add(new Choice("series " + one.slug(), one.name())));
    topics.forEach(topic -> choices.add(new Choice("topic " + topic.slug(), topic.name())));
    return choices;
  }
}
