package voxpop.article.edition;

import io.micronaut.serde.annotation.Serdeable;

/** One language that an article can be read in. */
@Serdeable
public record EditionRef(
    String language,
    String slug,
    String title,
    Origin origin,
    Freshness status,
    int sourceRevision) {}
