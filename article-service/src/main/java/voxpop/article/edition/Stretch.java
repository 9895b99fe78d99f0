package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of editions.
 *
 * @param next where the list goes on; null at its end
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Stretch(List<EditionSummary> items, @Nullable String next) {}
