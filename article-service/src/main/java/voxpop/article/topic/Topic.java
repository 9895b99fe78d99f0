package voxpop.article.topic;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an article is about, as readers of one language see it.
 *
 * @param language of the name where it isn't the readers': nobody has translated it yet
 */
@Serdeable
public record Topic(
    @JsonIgnore UUID id,
    String slug,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language) {}
