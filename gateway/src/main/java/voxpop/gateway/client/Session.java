package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser’s session: the secret goes into the cookie and nowhere else. */
@Serdeable
public record Session(
    String secret, @Nullable UUID id, @Nullable Instant expiresAt, Author author) {}
