package voxpop.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/**
 * Where readers can pass an article on: plain links, so that nothing leaves the browser before a
 * click.
 */
public final class ShareLinks {
  private ShareLinks() {}

  /** A network and the address of its own form, filled. */
  public record Share(String network, String address) {}

  public static List<Share> of(String title, String address) {
    String url = encode(address);
    String text = encode(title);
    String both = encode(title + " " + address);
    return List.of(
        new Share("Mastodon", "https://share.joinmastodon.org/#text=" + both),
        new Share("Bluesky", "https://bsky.app/intent/compose?text=" + both),
        new Share("Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + url),
        new Share("X", "https://x.com/intent/post?text=" + text + "&url=" + url),
        new Share("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=" + url),
        new Share("WhatsApp", "https://wa.me/?text=" + both),
        new Share("Telegram", "https://t.me/share/url?url=" + url + "&text=" + text));
  }

  public static String mail(String title, String address) {
    return "mailto:?subject=" + encode(title) + "&body=" + encode(address);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
