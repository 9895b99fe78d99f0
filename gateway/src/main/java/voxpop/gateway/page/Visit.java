package voxpop.gateway.page;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the one reader that a page is rendered for; for pages everybody gets, {@link
 * #STRANGER}.
 *
 * @param desk where whoever works on it came from; null for readers
 */
public record Visit(@Nullable Boolean recommended, @Nullable String desk) {
  public static final Visit STRANGER = new Visit(null, null);

  public Visit(@Nullable Boolean recommended) {
    this(recommended, null);
  }

  public boolean hasRecommended() {
    return Boolean.TRUE.equals(recommended);
  }
}
