package voxpop.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What pages tell of, and when each was last heard to change: by a number that every change counts
 * up. A render notes the number before it asks; what changed since may not be in it.
 */
public final class Subjects {
  /** The site's settings: every page tells of them. */
  public static final String SITE = "site";

  /** What a machine can translate: pages with comments in other languages tell of it. */
  public static final String ENGINES = "engines";

  private static final String ARTICLE = "article:";

  // Far longer than any render takes.
  private static final Duration KEPT = Duration.ofMinutes(2);

  private final AtomicLong count = new AtomicLong();
  private final Cache<String, Long> changes =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(200_000).build();

  /** The article a page is about. */
  public static String article(UUID id) {
    return ARTICLE + id;
  }

  static boolean isArticle(String subject) {
    return subject.startsWith(ARTICLE);
  }

  /** An article that a page about something else shows. */
  public static String mention(UUID id) {
    return "mention:" + id;
  }

  /** What a topic is called, in any language. */
  public static String topic(String slug) {
    return "topic:" + slug;
  }

  /** What is said of an author. */
  public static String author(String name) {
    return "author:" + name;
  }

  /** Which articles are in a series, and which of them readers get. */
  public static String series(String slug) {
    return "series:" + slug;
  }

  /** What is published in a language. */
  public static String list(String language) {
    return "list:" + language;
  }

  long now() {
    return count.get();
  }

  void changed(String subject) {
    changes.put(subject, count.incrementAndGet());
  }

  boolean changedSince(long noted, Collection<String> subjects) {
    return subjects.stream()
        .map(changes::getIfPresent)
        .anyMatch(change -> change != null && change > noted);
  }
}
