package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What somebody types to sign in. */
@Serdeable
public record SignIn(String email, String password, @Nullable String name) {}
