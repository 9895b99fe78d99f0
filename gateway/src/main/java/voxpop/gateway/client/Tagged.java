package voxpop.gateway.client;

import org.jspecify.annotations.Nullable;

/**
 * A value with the {@code ETag} that a later {@code If-Match} wants, exactly as the service gave
 * it.
 */
public record Tagged<T>(T value, @Nullable String etag) {}
