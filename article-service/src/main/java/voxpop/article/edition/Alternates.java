package voxpop.article.edition;

import java.util.ArrayList;
import java.util.List;
import voxpop.article.site.Site;

/**
 * In which languages a page is there for search engines and readers' programs. Decided here alone:
 * head, {@code Link} header, sitemap and feeds repeat it, so that they can't contradict each other.
 * Whoever is named names all the others, itself among them, and one page for everybody else ({@code
 * x-default}, RFC 8288 and Google's rules for localised versions).
 */
public record Alternates(List<String> languages, boolean machine) {

  static final String DEFAULT = "x-default";

  static Alternates of(Site site) {
    return new Alternates(site.languages(), site.indexMachineEditions());
  }

  /** What readers can open: editions in languages that the site speaks. */
  List<EditionRef> readable(List<EditionRef> editions) {
    return editions.stream().filter(edition -> languages.contains(edition.language())).toList();
  }

  /** Text that nobody has read is kept from search engines, unless the site says otherwise. */
  List<Alternate> of(List<EditionRef> editions) {
    var told =
        readable(editions).stream()
            .filter(edition -> machine || edition.origin() != Origin.MACHINE)
            .toList();
    if (told.isEmpty()) return List.of();
    var fallback =
        told.stream()
            .filter(edition -> edition.origin() == Origin.ORIGINAL)
            .findFirst()
            .orElse(told.getFirst());
    var all = new ArrayList<Alternate>();
    told.forEach(edition -> all.add(new Alternate(edition.language(), path(edition))));
    all.add(new Alternate(DEFAULT, path(fallback)));
    return List.copyOf(all);
  }

  /** The first pages: everybody else is asked at the bare address. */
  List<Alternate> home() {
    return lists(languages, "", "/");
  }

  /** A topic's or an author's lists, in the languages in which there is anything in them. */
  List<Alternate> lists(List<String> filled, String rest) {
    if (filled.isEmpty()) return List.of();
    return lists(filled, rest, "/" + filled.getFirst() + "/" + rest);
  }

  private static List<Alternate> lists(List<String> languages, String rest, String fallback) {
    var all = new ArrayList<Alternate>();
    languages.forEach(language -> all.add(new Alternate(language, "/" + language + "/" + rest)));
    all.add(new Alternate(DEFAULT, fallback));
    return List.copyOf(all);
  }

  private static String path(EditionRef edition) {
    return "/" + edition.language() + "/" + edition.slug();
  }
}
