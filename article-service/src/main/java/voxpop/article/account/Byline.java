package voxpop.article.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An author as readers see them.
 *
 * @param name as in the address of the author's list
 * @param note what the author says about themself, only where there is room for it
 */
@Serdeable
public record Byline(
    String name,
    String displayName,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}
