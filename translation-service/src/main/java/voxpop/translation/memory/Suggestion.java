package voxpop.translation.memory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that may help with a sentence.
 *
 * @param id of the memory's entry
 * @param source the sentence that it translates
 * @param score 75 to 100: how like that one is; 100 exactly if it is the same sentence
 * @param origin {@code person}, or the name of the engine that gave it
 * @param by who approved it
 * @param article where it was; null if it came from a file
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Suggestion(
    UUID id,
    String source,
    String text,
    int score,
    String origin,
    @Nullable String by,
    @Nullable UUID article) {}
