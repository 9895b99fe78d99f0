package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the blog is called, where it lives and which languages it speaks. */
@Serdeable
public record Site(
    String name,
    @Nullable String tagline,
    String address,
    String language,
    List<String> languages,
    String timeZone,
    @Nullable String machineEditions,
    @Nullable String comments,
    long version) {}
