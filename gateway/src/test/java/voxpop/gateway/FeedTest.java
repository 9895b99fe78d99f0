package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Browser.header;

import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What readers' programs and search engines get. */
class FeedTest {
  private static House house;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    house.site("https://blog.example/");
    house.articles.on(
        "GET /sitemap",
        """
        {"home":[{"language":"de","path":"/de/"},{"language":"en","path":"/en/"},{"language":"x-default","path":"/"}],
         "items":[{"article":"%s","lastModified":"2026-01-02T03:04:05Z","alternates":[
          {"language":"de","path":"/de/hallo-welt"},
          {"language":"en","path":"/en/hello-world"},
          {"language":"x-default","path":"/de/hallo-welt"}]}],"next":null}\
        """
            .formatted(House.ARTICLE));
    browser = house.gateway();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Document xml(String path, String type) throws Exception {
    var answer = browser.bytes(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith(type);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body()));
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static String text(Document document, String name) {
    return all(document, name).getLast().getTextContent();
  }

  @Test
  void atom_links_each_language_to_the_others() throws Exception {
    Document feed = xml("/de/feed.atom", "application/atom+xml");
    assertThat(text(feed, "title")).isEqualTo("Hallo <Welt> & alle");
    assertThat(text(feed, "id")).isEqualTo("tag:blog.example,2026:" + House.ARTICLE + "/de");
    assertThat(text(feed, "updated")).isEqualTo("2026-01-03T03:04:05Z");
    assertThat(
            all(feed, "link").stream()
                .map(l -> l.getAttribute("rel") + " " + l.getAttribute("href")))
        .contains(
            "self https://blog.example/de/feed.atom",
            "alternate https://blog.example/en/feed.atom",
            "alternate https://blog.example/fi/feed.atom",
            "alternate https://blog.example/de/hallo-welt",
            "alternate https://blog.example/en/hello-world");
  }

  @Test
  void rss_and_json_tell_the_same() throws Exception {
    Document feed = xml("/de/feed.rss", "application/rss+xml");
    assertThat(text(feed, "title")).isEqualTo("Hallo <Welt> & alle");
    assertThat(text(feed, "pubDate")).isEqualTo("Fri, 2 Jan 2026 03:04:05 GMT");
    assertThat(text(feed, "link")).isEqualTo("https://blog.example/de/hallo-welt");
    var json = browser.get("/de/feed.json");
    assertThat(header(json, "Content-Type")).startsWith("application/feed+json");
    Map<?, ?> read = JsonMapper.createDefault().readValue(json.body(), Map.class);
    assertThat(read.get("version")).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(read.get("feed_url")).isEqualTo("https://blog.example/de/feed.json");
    assertThat(json.body()).contains("https://blog.example/en/feed.json").contains("Kurz & gut.");
    assertThat(browser.get("/xx/feed.atom").statusCode()).isEqualTo(404);
    assertThat(browser.get("/de/feed.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void the_sitemap_has_what_people_have_read_with_its_languages() throws Exception {
    Document map = xml("/sitemap.xml", "application/xml");
    assertThat(all(map, "loc").stream().map(Element::getTextContent))
        .contains(
            "https://blog.example/de/",
            "https://blog.example/de/hallo-welt",
            "https://blog.example/en/hello-world");
    assertThat(
            all(map, "url").stream()
                .filter(url -> loc(url).endsWith("/hello-world"))
                .flatMap(url -> links(url).stream()))
        .containsExactly(
            "de https://blog.example/de/hallo-welt",
            "en https://blog.example/en/hello-world",
            "x-default https://blog.example/de/hallo-welt");
  }

  private static String loc(Element url) {
    return url.getElementsByTagName("loc").item(0).getTextContent();
  }

  private static List<String> links(Element url) {
    NodeList found = url.getElementsByTagName("xhtml:link");
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href"))
        .toList();
  }

  @Test
  void robots_are_told_where_not_to_look() {
    assertThat(browser.get("/robots.txt").body())
        .contains("Disallow: /studio/")
        .contains("Disallow: /api/")
        .contains("Sitemap: https://blog.example/sitemap.xml");
  }
}
