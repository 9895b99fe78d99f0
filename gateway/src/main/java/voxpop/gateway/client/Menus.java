package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The site's menu in each of its languages. */
@Serdeable
public record Menus(Map<String, Menu> languages) {
  static final Menus NONE = new Menus(Map.of());

  @Serdeable
  public record Menu(List<Line> lines) {
    public Menu {
      lines = lines == null ? List.of() : lines;
    }
  }

  /**
   * A line of the menu.
   *
   * @param language of the label
   * @param path null for what readers can't open
   */
  @Serdeable
  public record Line(String label, String language, @Nullable String path) {
    /** The label's language for readers of another one; null where it is theirs. */
    public @Nullable String labelIn(String readers) {
      return language.equals(readers) ? null : language;
    }
  }

  /** What can be opened. */
  Map<String, List<Line>> open() {
    Map<String, List<Line>> open = new HashMap<>();
    languages.forEach(
        (language, menu) ->
            open.put(language, menu.lines().stream().filter(line -> line.path() != null).toList()));
    return Map.copyOf(open);
  }
}
