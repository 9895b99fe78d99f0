package voxpop.gateway.page;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the one reader that a page is rendered for; for pages everybody gets, {@link
 * #STRANGER}.
 */
public record Visit(@Nullable Boolean recommended) {
  public static final Visit STRANGER = new Visit(null);

  public boolean hasRecommended() {
    return Boolean.TRUE.equals(recommended);
  }
}
