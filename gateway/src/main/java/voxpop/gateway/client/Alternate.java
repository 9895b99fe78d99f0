package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The same page in a language, as article-service tells it to search engines and readers' programs.
 *
 * @param language a BCP 47 tag, or {@code x-default} for readers of none of them
 * @param path below the site's address
 */
@Serdeable
public record Alternate(String language, String path) {
  public boolean fallback() {
    return language.equals("x-default");
  }
}
