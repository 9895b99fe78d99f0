package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A stretch of text to translate; {@code version} is the one that {@code If-Match} wants. */
@Serdeable
public record Segment(
    String id,
    String source,
    @Nullable String target,
    String state,
    long version,
    @Nullable String kind) {}
