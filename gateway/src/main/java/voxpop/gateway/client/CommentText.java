package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A comment in another language than it was written in.
 *
 * @param from the language that it was written in
 * @param origin the engine that gave it, or memory
 */
@Serdeable
public record CommentText(UUID comment, String from, String language, String html, String origin) {}
