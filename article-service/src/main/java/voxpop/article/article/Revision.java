package voxpop.article.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as somebody saved it; never changed afterwards.
 *
 * @param summary null when nobody wrote one
 * @param slug null when it is to be made from the title
 * @param topics by name, as typed
 * @param body as typed
 * @param html what readers get of it, sanitised
 */
public record Revision(
    UUID article,
    int number,
    UUID author,
    String title,
    @Nullable String summary,
    @Nullable String slug,
    List<String> topics,
    Format format,
    String body,
    String html,
    Instant createdAt) {}
