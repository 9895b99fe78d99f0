package voxpop.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Author;
import voxpop.gateway.client.Comment;

/**
 * What the services know of this reader, to be set into a page that is the same for everybody.
 *
 * @param author who is signed in
 * @param reader whether this browser has written here before
 * @param recommended whether this reader recommends the article; null if no article was asked
 *     about, or nobody knows
 * @param count how many recommend it, newer perhaps than the page
 * @param held this reader's own comments that wait for a moderator
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Me(
    @Nullable Author author,
    boolean reader,
    @Nullable Boolean recommended,
    @Nullable Long count,
    List<Comment> held) {}
