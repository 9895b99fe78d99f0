package voxpop.gateway.edge;

/**
 * A page and how the cache came by it.
 *
 * @param how {@code hit}, {@code miss} or {@code stale}, as RFC 9211 tells it
 */
public record Served(CachedPage page, String how) {
  static final String HIT = "hit";
  static final String MISS = "fwd=miss";
  static final String STALE = "hit; detail=stale";
}
