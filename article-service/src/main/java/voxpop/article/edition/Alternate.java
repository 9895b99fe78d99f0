package voxpop.article.edition;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The same page in a language.
 *
 * @param language a BCP 47 tag, or {@code x-default} for readers of none of them
 * @param path below the site's address
 */
@Serdeable
public record Alternate(String language, String path) {}
