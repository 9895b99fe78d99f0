package voxpop.translation.edition;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** How an edition stands, without its text; for what the parts mean see {@link Edition}. */
@Introspected
public record Standing(
    boolean published,
    boolean live,
    @Nullable String origin,
    @Nullable String status,
    @Nullable String slug) {
  static final Standing NONE = new Standing(false, false, null, null, null);
}
