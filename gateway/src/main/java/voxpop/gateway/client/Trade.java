package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The short-lived token that a session’s secret is traded for.
 *
 * @param language of the studio, if its owner has chosen one
 */
@Serdeable
public record Trade(
    String token,
    Instant expiresAt,
    Author author,
    @Nullable UUID session,
    @Nullable String language) {}
