package voxpop.article.wording;

import java.util.Locale;
import java.util.UUID;

/**
 * A text of the house in the language that it was written in.
 *
 * @param address by which pages know what it is about: a topic's slug, an author's name
 * @param title a name; where {@link Kind#titled()} says so it is for readers, else for translators
 * @param html sentences in blocks, nothing else
 * @param revision grows with each change, as an article's does
 */
public record Wording(
    UUID id, Kind kind, String address, String language, String title, String html, int revision) {

  /** What a text is about. */
  public enum Kind {
    TOPIC(true),
    SERIES(true),
    NOTE(false),
    MENU(false);

    private final boolean titled;

    Kind(boolean titled) {
      this.titled = titled;
    }

    /** Whether its title is a text for readers; a person's name isn't translated. */
    public boolean titled() {
      return titled;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean saysTheSameAs(Wording other) {
    return address.equals(other.address)
        && language.equals(other.language)
        && title.equals(other.title)
        && html.equals(other.html);
  }
}
