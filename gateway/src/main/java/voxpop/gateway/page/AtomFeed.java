package voxpop.gateway.page;

/** Atom (RFC 4287). */
final class AtomFeed {
  static final String TYPE = "application/atom+xml; charset=utf-8";

  private AtomFeed() {}

  static byte[] of(Feed feed) {
    Xml xml = new Xml();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", feed.language());
    xml.element("id", feed.home());
    xml.element("title", feed.site().name());
    xml.element("subtitle", feed.site().tagline());
    xml.element("updated", feed.updated().toString());
    xml.empty(
        "link",
        "rel",
        "self",
        "type",
        "application/atom+xml",
        "href",
        feed.address(feed.language(), "atom"));
    xml.empty(
        "link",
        "rel",
        "alternate",
        "type",
        "text/html",
        "hreflang",
        feed.language(),
        "href",
        feed.home());
    for (String tag : feed.otherLanguages()) {
      xml.empty(
          "link",
          "rel",
          "alternate",
          "type",
          "application/atom+xml",
          "hreflang",
          tag,
          "href",
          feed.address(tag, "atom"));
    }
    feed.items().forEach(item -> entry(xml, item));
    return xml.close().done();
  }

  private static void entry(Xml xml, FeedItem item) {
    xml.open("entry");
    xml.element("id", item.id());
    xml.element("title", item.edition().title());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", item.address());
    item.others()
        .forEach(
            other ->
                xml.empty(
                    "link",
                    "rel",
                    "alternate",
                    "type",
                    "text/html",
                    "hreflang",
                    other.language(),
                    "href",
                    other.path()));
    xml.element("published", item.published().toString());
    xml.element("updated", item.updated().toString());
    xml.open("author").element("name", item.author()).close();
    item.edition()
        .topics()
        .forEach(t -> xml.empty("category", "term", t.slug(), "label", t.name()));
    xml.element("summary", item.edition().summary());
    xml.close();
  }
}
