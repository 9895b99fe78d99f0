package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;

/** How many recommend an article, and whether this reader does. */
@Serdeable
public record Recommendation(long count, boolean recommended) {}
