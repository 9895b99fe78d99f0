package voxpop.endtoend;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import voxpop.kit.test.Http;

/**
 * Follows every link of the site as a search engine does, from the first page, the sitemap and the
 * feeds on, and writes down what contradicts itself.
 */
final class Crawl {
  private static final Pattern LINK =
      Pattern.compile("<([^>]+)>;\\s*rel=\"alternate\";\\s*hreflang=\"([^\"]+)\"");
  private static final int MOST = 5_000;

  private final Http visitor;
  private final String site;
  private final Map<String, Page> pages = new TreeMap<>();
  private final Map<String, Map<String, String>> sitemap = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  /** A page for people: where it says it is, and where it is in which language. */
  record Page(String language, boolean listed, String canonical, Map<String, String> alternates) {}

  private Crawl(Http visitor) {
    this.visitor = visitor;
    this.site = visitor.get("/api/site").text("address");
  }

  static Crawl of(Http visitor, List<String> languages) {
    Crawl crawl = new Crawl(visitor);
    crawl.readSitemap();
    crawl.walk(languages);
    crawl.compare();
    languages.forEach(crawl::readFeeds);
    return crawl;
  }

  List<String> errors() {
    return errors;
  }

  Map<String, Page> pages() {
    return pages;
  }

  private void walk(List<String> languages) {
    Deque<String> open = new ArrayDeque<>();
    languages.forEach(language -> open.add("/" + language + "/"));
    sitemap.keySet().forEach(address -> open.add(address.substring(site.length())));
    while (!open.isEmpty() && pages.size() < MOST) {
      String path = open.remove();
      if (pages.containsKey(path)) continue;
      Http.Answer answer = visitor.get(path);
      if (answer.status() != 200) {
        errors.add(path + " answers " + answer.status());
        continue;
      }
      if (!answer.header("Content-Type").startsWith("text/html")) continue;
      Document page = Jsoup.parse(answer.body(), site + path);
      pages.put(path, read(path, page, answer));
      page.select("a[href]").stream()
          .map(link -> link.absUrl("href"))
          .filter(address -> address.startsWith(site + "/"))
          .map(address -> address.substring(site.length()).replaceAll("#.*", ""))
          .filter(to -> !to.matches("/(studio|api|media)/.*"))
          .forEach(open::add);
    }
  }

  private Page read(String path, Document page, Http.Answer answer) {
    Map<String, String> head = new TreeMap<>();
    for (Element link : page.select("link[rel=alternate][hreflang]")) {
      if (head.put(link.attr("hreflang"), link.attr("href")) != null) {
        errors.add(path + " names two pages for " + link.attr("hreflang"));
      }
    }
    Map<String, String> header = new TreeMap<>();
    for (String field : answer.headers().allValues("Link")) {
      LINK.matcher(field).results().forEach((MatchResult m) -> header.put(m.group(2), m.group(1)));
    }
    if (!head.equals(header)) {
      errors.add(path + " says in its head " + head + " but in its header " + header);
    }
    boolean listed = page.select("meta[name=robots][content*=noindex]").isEmpty();
    return new Page(
        page.select("html").attr("lang"),
        listed,
        page.select("link[rel=canonical]").attr("href"),
        head);
  }

  /** Alternates name each other, themselves and one default; the sitemap says the same. */
  private void compare() {
    pages.forEach(
        (path, page) -> {
          if (!page.listed()) {
            if (!page.alternates().isEmpty()) errors.add(path + " is unlisted but has alternates");
            if (sitemap.containsKey(site + path)) errors.add(path + " is unlisted but in the map");
            return;
          }
          if (!page.canonical().equals(site + path)) {
            errors.add(path + " says that it is " + page.canonical());
          }
          if (page.alternates().isEmpty()) return;
          if (!(site + path).equals(page.alternates().get(page.language()))) {
            errors.add(path + " doesn't name itself");
          }
          if (!page.alternates().containsKey("x-default")) errors.add(path + " has no default");
          page.alternates()
              .forEach(
                  (language, address) -> {
                    Page other = pages.get(URI.create(address).getPath());
                    if (language.equals("x-default") && address.equals(site + "/")) return;
                    if (other == null || !other.alternates().equals(page.alternates())) {
                      errors.add(path + " and " + address + " don't say the same");
                    }
                  });
          if (path.matches("/[^/]+/[^/]+") && !sitemap.containsKey(site + path)) {
            errors.add(path + " is not in the map");
          }
        });
    sitemap.forEach(
        (address, alternates) -> {
          Page page = pages.get(address.substring(site.length()));
          if (page == null || !page.alternates().equals(alternates)) {
            errors.add("the map and " + address + " don't say the same");
          }
        });
  }

  private void readSitemap() {
    Document map = xml("/sitemap.xml");
    for (Element url : map.select("url")) {
      Map<String, String> alternates = new TreeMap<>();
      url.getElementsByTag("xhtml:link")
          .forEach(link -> alternates.put(link.attr("hreflang"), link.attr("href")));
      sitemap.put(url.getElementsByTag("loc").text(), alternates);
    }
  }

  private void readFeeds(String language) {
    for (Element entry : xml("/" + language + "/feed.atom").getElementsByTag("entry")) {
      Map<String, String> named = new TreeMap<>();
      String address = "";
      for (Element link : entry.select("link[rel=alternate]")) {
        if (link.hasAttr("hreflang")) named.put(link.attr("hreflang"), link.attr("href"));
        else address = link.attr("href");
      }
      Page page = pages.get(address.substring(site.length()));
      if (page == null) {
        errors.add("the feed of " + language + " leads to " + address);
        continue;
      }
      Map<String, String> others = new TreeMap<>(page.alternates());
      others.remove(page.language());
      if (page.listed() && !others.equals(named)) {
        errors.add("the feed of " + language + " and " + address + " don't say the same");
      }
    }
  }

  private Document xml(String path) {
    Http.Answer answer = visitor.get(path);
    if (answer.status() != 200) errors.add(path + " answers " + answer.status());
    return Jsoup.parse(answer.body(), site, Parser.xmlParser());
  }
}
