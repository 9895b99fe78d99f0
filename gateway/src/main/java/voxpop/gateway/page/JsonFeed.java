package voxpop.gateway.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Topic;

/** JSON Feed 1.1; languages are linked in an extension of our own, for the format has none. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JsonFeed(
    String version,
    String title,
    @Nullable String description,
    @JsonProperty("home_page_url") String home,
    @JsonProperty("feed_url") String address,
    String language,
    @JsonProperty("_languages") List<Other> others,
    List<Item> items) {
  static final String TYPE = "application/feed+json; charset=utf-8";

  /** The same feed in another language. */
  @Serdeable
  record Other(String language, @JsonProperty("feed_url") String address) {}

  /** The same edition in another language. */
  @Serdeable
  record Alternate(String language, String url) {}

  /** Whoever wrote it. */
  @Serdeable
  record Writer(String name) {}

  /** An edition. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Item(
      String id,
      String url,
      String title,
      @JsonProperty("content_text") String text,
      @JsonProperty("date_published") Instant published,
      @JsonProperty("date_modified") Instant modified,
      List<Writer> authors,
      List<String> tags,
      @Nullable String image,
      String language,
      @JsonProperty("_alternates") List<Alternate> alternates) {}

  static JsonFeed of(Feed feed) {
    return new JsonFeed(
        "https://jsonfeed.org/version/1.1",
        feed.site().name(),
        feed.site().tagline(),
        feed.home(),
        feed.address(feed.language(), "json"),
        feed.language(),
        feed.otherLanguages().stream().map(t -> new Other(t, feed.address(t, "json"))).toList(),
        feed.items().stream().map(item -> item(feed, item)).toList());
  }

  private static Item item(Feed feed, FeedItem item) {
    String summary = item.edition().summary();
    return new Item(
        item.id(),
        item.address(),
        item.edition().title(),
        summary == null || summary.isBlank() ? item.edition().title() : summary,
        item.published(),
        item.updated(),
        List.of(new Writer(item.author())),
        item.edition().topics().stream().map(Topic::name).toList(),
        item.picture(feed.site()),
        item.edition().language(),
        item.others().stream().map(a -> new Alternate(a.language(), a.path())).toList());
  }
}
