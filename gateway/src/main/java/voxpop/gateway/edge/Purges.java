package voxpop.gateway.edge;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Site;
import voxpop.kit.feed.Change;

/** Which pages a change makes old. */
@Singleton
class Purges {
  private final PageCache cache;
  private final ArticleIds ids;
  private final Sites sites;

  Purges(PageCache cache, ArticleIds ids, Sites sites) {
    this.cache = cache;
    this.ids = ids;
    this.sites = sites;
  }

  void apply(Change change) {
    switch (change.type()) {
      case "voxpop.article" -> article(change);
      case "voxpop.recommendations", "voxpop.thread" ->
          cache.outdate(Subjects.article(articleOf(change)));
      case "voxpop.related", "voxpop.translation" ->
          cache.rewrite(Subjects.article(articleOf(change)));
      case "voxpop.site", "voxpop.author" -> everything();
      case "voxpop.wording" -> wording(change);
      default -> {
        // a change of a later release that no page of this one tells of
      }
    }
  }

  /** A feed begins anew: whatever it would have told in between is unknown. */
  void everything() {
    sites.changed();
    cache.expireAll();
  }

  /** What the house itself says is called otherwise, or so in another language. */
  private void wording(Change change) {
    Map<String, Object> data = change.data() == null ? Map.of() : change.data();
    String about = String.valueOf(data.get("address"));
    switch (String.valueOf(data.get("kind"))) {
      case "topic" -> {
        cache.expire(Subjects.topic(about));
        everyList();
      }
      case "note" -> {
        cache.expire(Subjects.author(about));
        everyList();
      }
      // the menu is on every page; a series' articles may not know yet that they are in it
      default -> everything();
    }
  }

  /** Entries of lists name their topics. */
  private void everyList() {
    sites
        .known()
        .map(Site::languages)
        .orElseGet(List::of)
        .forEach(language -> cache.expire(Subjects.list(language)));
  }

  private void article(Change change) {
    UUID article = articleOf(change);
    Set<String> languages = new HashSet<>(ids.languagesOf(article));
    // Seen for the first time: it may stand in any list.
    if (languages.isEmpty()) {
      sites.known().map(Site::languages).ifPresent(languages::addAll);
    }
    learn(article, change.data().get("editions"), languages);
    if (change.isRemoval() || "withdrawn".equals(change.data().get("status"))) {
      cache.drop(Subjects.article(article));
    } else {
      cache.expire(Subjects.article(article));
    }
    cache.expire(Subjects.mention(article));
    if (change.data().get("series") instanceof String series) {
      cache.expire(Subjects.series(series));
    }
    languages.forEach(language -> cache.expire(Subjects.list(language)));
  }

  private void learn(UUID article, @Nullable Object editions, Set<String> languages) {
    if (!(editions instanceof List<?> list)) {
      return;
    }
    for (Object item : list) {
      if (item instanceof Map<?, ?> edition
          && edition.get("language") instanceof String language
          && edition.get("slug") instanceof String slug) {
        languages.add(language);
        ids.learn(language, slug, article);
      }
    }
  }

  private static UUID articleOf(Change change) {
    Object article = change.data() == null ? null : change.data().get("article");
    String subject = change.subject();
    int slash = subject.indexOf('/');
    return UUID.fromString(
        article != null ? article.toString() : slash < 0 ? subject : subject.substring(0, slash));
  }
}
