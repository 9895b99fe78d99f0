package voxpop.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Site;

/**
 * What surrounds the matter of every page: head, bar and foot.
 *
 * @param language of what is written on the page; what the house says may be in another one
 * @param path this page's address below the site
 * @param alternates this page in other languages, itself among them; empty if it is in one only
 * @param fallback what readers of none of the languages get ({@code x-default}); null where there
 *     is nothing to choose
 * @param index search engines may list this page
 */
public record Frame(
    Site site,
    String language,
    Messages messages,
    Words words,
    Assets assets,
    String path,
    String title,
    @Nullable String description,
    List<Alternate> alternates,
    @Nullable String fallback,
    boolean index) {

  /**
   * This page in a language; {@code named} in the head for search engines only if a person stands
   * behind it.
   */
  public record Alternate(String language, String path, boolean named) {}

  public String dir() {
    return Words.direction(language);
  }

  /** Language of the interface where it isn't the page's: what {@code lang} says on its parts. */
  public @Nullable String otherLanguage() {
    return words.language().equals(language) ? null : words.language();
  }

  public @Nullable String otherDir() {
    return otherLanguage() == null ? null : Words.direction(words.language());
  }

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public String asset(String file) {
    return assets.path(file);
  }

  /** An absolute address: from the site's configured one, never from what a visitor sent. */
  public String absolute(String path) {
    String address = site.address();
    return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path;
  }

  public String canonical() {
    return absolute(path);
  }

  public String home() {
    return "/" + language + "/";
  }

  /**
   * In the list of the bar: where this page is in a language, or else that language's first page.
   */
  public String pathIn(String tag) {
    return alternates.stream()
        .filter(a -> a.language().equals(tag))
        .map(Alternate::path)
        .findFirst()
        .orElse("/" + tag + "/");
  }

  /**
   * That this page is there in another language, said in that language; just its name where we have
   * no messages of it. Null where the page isn't there.
   */
  public @Nullable String offerIn(String tag) {
    if (tag.equals(language) || alternates.stream().noneMatch(a -> a.language().equals(tag))) {
      return null;
    }
    Words own = messages.own(tag);
    return own == null ? Words.ownName(tag) : own.say("bar.offer");
  }

  /** The title of the window. */
  public String windowTitle() {
    return title.isEmpty() || title.equals(site.name()) ? site.name() : title + " · " + site.name();
  }

  /** Our own mark, drawn, where the site has our name; else the site's in the type of titles. */
  public boolean ownName() {
    return site.name().equals("Voxpop");
  }
}
