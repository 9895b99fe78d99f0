package voxpop.gateway.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.EditionSummary;
import voxpop.gateway.client.Picture;
import voxpop.gateway.client.Site;

/**
 * An edition as feeds tell it, with absolute addresses.
 *
 * @param others the same in other languages, each with its absolute address
 */
record FeedItem(EditionSummary edition, String address, String id, List<Alternate> others) {

  static FeedItem of(Site site, EditionSummary edition) {
    return new FeedItem(
        edition,
        absolute(site, Reading.address(edition.language(), edition.slug()).toString()),
        id(site, edition),
        edition.alternates().stream()
            .filter(a -> !a.language().equals(edition.language()))
            .map(a -> new Alternate(a.language(), absolute(site, a.path())))
            .toList());
  }

  /** An address of this site; always its configured one. */
  static String absolute(Site site, String path) {
    String address = site.address();
    return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path;
  }

  /**
   * Stays when the slug changes (RFC 4151): the first day of the year that Voxpop began, the
   * article, the language.
   */
  private static String id(Site site, EditionSummary edition) {
    String host = URI.create(site.address()).getHost();
    return "tag:" + host + ",2026:" + edition.article() + "/" + edition.language();
  }

  String author() {
    String shown = edition.author().displayName();
    return shown.isBlank() ? edition.author().name() : shown;
  }

  Instant published() {
    Instant at = edition.publishedAt();
    return at == null ? Instant.EPOCH : at;
  }

  Instant updated() {
    Instant at = edition.updatedAt();
    return at == null ? published() : at;
  }

  /** The address of the widest variant of its picture. */
  @Nullable String picture(Site site) {
    Picture picture = edition.picture();
    if (picture == null || picture.srcset().isEmpty()) {
      return null;
    }
    return absolute(site, picture.srcset().getLast().url());
  }
}
