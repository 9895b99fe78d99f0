package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a writer sends: a new article or its next revision. */
@Serdeable
public record ArticleDraft(
    String language,
    String title,
    String body,
    String format,
    @Nullable List<String> topics,
    @Nullable String summary,
    @Nullable String slug,
    @Nullable UUID picture,
    @Nullable Boolean correction) {}
