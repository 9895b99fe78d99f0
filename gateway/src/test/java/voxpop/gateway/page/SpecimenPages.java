package voxpop.gateway.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.Challenge;
import voxpop.gateway.client.CommentText;
import voxpop.gateway.client.Listing;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Sentence;
import voxpop.gateway.studio.StudioSpecimens;

/**
 * Every kind of reader's page, by the address at which it would be; as a program it writes them to
 * a folder to look at.
 */
final class SpecimenPages {
  private SpecimenPages() {}

  static final Assets ASSETS = new Assets();
  static final Pages PAGES = new Pages(new Templates(), new Messages(), ASSETS, (from, to) -> true);

  static Map<String, byte[]> all() {
    var pages = new LinkedHashMap<String, byte[]>();
    var article = Specimens.article("original", "current");
    pages.put("home", PAGES.listing(Specimens.SITE, "de", Specimens.HOME, "/de/"));
    pages.put(
        "home-fi",
        PAGES.listing(
            Specimens.SITE,
            "fi",
            new Listing("home", null, null, List.of(), null, List.of(), null),
            "/fi/"));
    pages.put(
        "topic",
        PAGES.listing(
            Specimens.SITE,
            "de",
            new Listing(
                "topic",
                "Stadt",
                null,
                Specimens.HOME.items(),
                null,
                List.of(
                    new Alternate("de", "/de/topic/stadt"), new Alternate("en", "/en/topic/city")),
                null),
            "/de/topic/stadt"));
    var sentences =
        List.of(
            new Sentence(
                "0199aa00-0000-7000-8000-0000000000c1",
                "title",
                "text",
                "Die Brücke",
                "The bridge"),
            new Sentence(
                "0199aa00-0000-7000-8000-0000000000c2",
                "text",
                "html",
                "Die <em>Lohe</em>, knietief.",
                "The <em>Lohe</em>, knee deep."));
    var translated = Specimens.article("human", "current");
    pages.put("sentences", PAGES.sentences(Specimens.SITE, translated, sentences, true));
    pages.put(
        "sentence",
        PAGES.sentence(
            Specimens.SITE,
            translated,
            sentences.getLast(),
            SentenceForm.EMPTY.over(sentences.getLast().text()),
            new Challenge("token", "4 + 5", null),
            List.of(new Problem.Violation("text", "Etwas passt nicht."))));
    var said = Specimens.TALK.items().getFirst();
    pages.put(
        "tongue",
        PAGES.tongue(
            Specimens.SITE,
            translated,
            said,
            new CommentText(said.id(), "fr", "de", "<p>Wir auch.</p>", "apertium"),
            List.of()));
    pages.put("article", PAGES.article(Specimens.SITE, article, Specimens.TALK, Visit.STRANGER));
    pages.put(
        "article-machine",
        PAGES.article(
            Specimens.SITE, Specimens.article("machine", "stale"), null, new Visit(true)));
    pages.put("search", PAGES.search(Specimens.SITE, "de", "Brücke <3", Specimens.HOME));
    pages.put("search-empty", PAGES.search(Specimens.SITE, "en", "", null));
    pages.put(
        "challenge",
        PAGES.challenge(
            Specimens.SITE,
            article,
            new CommentForm(
                "Jo \"<b>\"",
                "jo@example.org",
                "Sagt </textarea> mal",
                null,
                "",
                "",
                null,
                null,
                null),
            Specimens.SUM,
            "key",
            List.of(new Problem.Violation("challenge.answer", "Das war nicht die Lösung.")),
            null));
    pages.put("thread", PAGES.thread(Specimens.SITE, article, Specimens.TALK));
    pages.put("404", PAGES.problem(Specimens.SITE, "de", 404));
    pages.put("503", PAGES.problem(null, "en", 503));
    StudioSpecimens.all(ASSETS).forEach((name, page) -> pages.put("studio-" + name, page));
    return pages;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder.resolve("assets"));
    for (var page : all().entrySet()) {
      Files.write(folder.resolve(page.getKey() + ".html"), page.getValue());
    }
    for (String file :
        List.of(
            "site.css",
            "studio.css",
            "site.js",
            "studio.js",
            "bench.js",
            "icon.svg",
            "literata-latin.woff2",
            "inter-latin.woff2",
            "literata-latin-ext.woff2",
            "inter-latin-ext.woff2")) {
      Asset asset = ASSETS.named(file);
      Files.write(
          folder.resolve(asset.path().substring(1)),
          asset.bytes(voxpop.gateway.edge.Encoding.IDENTITY));
    }
  }
}
