package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** One of the languages an article can be read in. */
@Serdeable
public record EditionLink(
    String language,
    String slug,
    String title,
    String origin,
    String status,
    @Nullable Integer sourceRevision) {}
