package voxpop.gateway.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** RSS 2.0, with Atom's links for what it has no words for. */
final class RssFeed {
  static final String TYPE = "application/rss+xml; charset=utf-8";

  private RssFeed() {}

  static byte[] of(Feed feed) {
    Xml xml = new Xml();
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/");
    xml.open("channel");
    xml.element("title", feed.site().name());
    xml.element("link", feed.home());
    String tagline = feed.site().tagline();
    xml.element("description", tagline == null || tagline.isBlank() ? feed.site().name() : tagline);
    xml.element("language", feed.language());
    xml.element("lastBuildDate", date(feed.updated()));
    xml.empty(
        "atom:link",
        "rel",
        "self",
        "type",
        "application/rss+xml",
        "href",
        feed.address(feed.language(), "rss"));
    for (String tag : feed.otherLanguages()) {
      xml.empty(
          "atom:link",
          "rel",
          "alternate",
          "type",
          "application/rss+xml",
          "hreflang",
          tag,
          "href",
          feed.address(tag, "rss"));
    }
    feed.items().forEach(item -> item(xml, item));
    return xml.close().close().done();
  }

  private static void item(Xml xml, FeedItem item) {
    xml.open("item");
    xml.element("title", item.edition().title());
    xml.element("link", item.address());
    xml.element("guid", item.id(), "isPermaLink", "false");
    xml.element("pubDate", date(item.published()));
    xml.element("dc:creator", item.author());
    item.edition().topics().forEach(t -> xml.element("category", t.name()));
    xml.element("description", item.edition().summary());
    item.others()
        .forEach(
            other ->
                xml.empty(
                    "atom:link",
                    "rel",
                    "alternate",
                    "hreflang",
                    other.language(),
                    "href",
                    other.path()));
    xml.close();
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
