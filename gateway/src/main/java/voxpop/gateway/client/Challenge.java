package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sum to solve before commenting. */
@Serdeable
public record Challenge(String token, String question, @Nullable Instant expiresAt) {}
