package voxpop.gateway.page;

import java.time.Instant;
import java.util.List;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.Listing;
import voxpop.gateway.client.Site;

/** What a language's feeds tell, whatever their format. */
record Feed(Site site, String language, List<String> otherLanguages, List<FeedItem> items) {

  static Feed of(Site site, String language, Listing listing) {
    return new Feed(
        site,
        language,
        listing.alternates().stream()
            .map(Alternate::language)
            .filter(site.languages()::contains)
            .filter(tag -> !tag.equals(language))
            .toList(),
        listing.items().stream().map(e -> FeedItem.of(site, e)).toList());
  }

  /** The address of a language's feed in a format. */
  String address(String tag, String format) {
    return FeedItem.absolute(site, "/" + tag + "/feed." + format);
  }

  String home() {
    return FeedItem.absolute(site, "/" + language + "/");
  }

  Instant updated() {
    return items.stream().map(FeedItem::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
