package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A topic, named in the language of the page that it is on.
 *
 * @param language of its name, where nobody has translated it into that yet
 */
@Serdeable
public record Topic(String slug, String name, @Nullable String language) {}
