package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A related article: enough to make somebody want to read it. */
@Serdeable
public record Teaser(
    UUID article,
    String language,
    String slug,
    String title,
    @Nullable String summary,
    @Nullable Instant publishedAt,
    @Nullable Picture picture) {}
