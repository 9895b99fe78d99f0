package voxpop.gateway.page;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.Menus;
import voxpop.gateway.client.Site;

/**
 * What surrounds the matter of every page: head, bar and foot.
 *
 * @param language of what is written on the page; what the house says may be in another one
 * @param path this page's address below the site
 * @param places where this page can be read, by language; empty if it is in one only
 * @param alternates the same as search engines are told it, with {@code x-default}
 * @param index search engines may list this page
 * @param engines whether readers can have what is in the first language in the second one
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
    Map<String, String> places,
    List<Alternate> alternates,
    boolean index,
    BiPredicate<String, String> engines) {

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

  /** Whether what is written in this language can be had in the page's. */
  public boolean translates(@Nullable String from) {
    return from != null && engines.test(from, language);
  }

  public List<Menus.Line> menu() {
    return site.menu(language);
  }

  /** The direction of a text that names its own language; null for one in the page's. */
  public @Nullable String dirOf(@Nullable String tag) {
    return tag == null ? null : Words.direction(tag);
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
    return places.getOrDefault(tag, "/" + tag + "/");
  }

  /**
   * That this page is there in another language, said in that language; just its name where we have
   * no messages of it. Null where the page isn't there.
   */
  public @Nullable String offerIn(String tag) {
    if (tag.equals(language) || !places.containsKey(tag)) {
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
