package voxpop.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which article is at an address, as far as answers and the feed have told: so that its comments
 * can be asked for at the same time as itself. A wrong guess costs one call.
 */
@Singleton
public class ArticleIds {
  private static final int MOST = 100_000;

  private final Cache<String, UUID> ids = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<UUID, Set<String>> languages =
      Caffeine.newBuilder().maximumSize(MOST).build();

  public Optional<UUID> at(String language, String slug) {
    return Optional.ofNullable(ids.getIfPresent(language + "/" + slug));
  }

  public void learn(String language, String slug, UUID article) {
    ids.put(language + "/" + slug, article);
    languages.get(article, id -> ConcurrentHashMap.newKeySet()).add(language);
  }

  /** The languages it was seen in; empty if it never was. */
  Set<String> languagesOf(UUID article) {
    Set<String> seen = languages.getIfPresent(article);
    return seen == null ? Set.of() : Set.copyOf(seen);
  }
}
