package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How somebody would say a sentence better. Honeypot fields go along as they were filled. */
@Serdeable
public record NewSuggestion(
    String segment,
    @Nullable String text,
    @Nullable String website,
    @Nullable String url2,
    NewComment.@Nullable Solution challenge) {}
