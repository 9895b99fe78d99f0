package voxpop.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a problem (RFC 9457): {@code type} is a stable reference, {@code detail} a sentence
 * to act on.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable List<Violation> violations) {}
