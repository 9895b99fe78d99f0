package voxpop.article.edition;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import voxpop.article.article.Article;
import voxpop.article.article.Prose;
import voxpop.article.article.Revision;
import voxpop.article.media.Pictures;
import voxpop.article.topic.Topics;

/**
 * Gives editions to readers and takes them back: the snapshot, its slug, its place in the lists.
 * All of it inside the transaction that holds the article's row.
 */
@Singleton
public class Editions {

  private final EditionTable table;
  private final Slugs slugs;
  private final Topics topics;
  private final Pictures pictures;
  private final ObjectMapper json;
  private final Clock clock;

  Editions(
      EditionTable table,
      Slugs slugs,
      Topics topics,
      Pictures pictures,
      ObjectMapper json,
      Clock clock) {
    this.table = table;
    this.slugs = slugs;
    this.topics = topics;
    this.pictures = pictures;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Publishes a revision as the original; editions in other languages come back with it if they
   * were hidden.
   */
  public void publish(Article article, Revision revision) {
    var before = table.find(article.id(), article.language());
    var wanted =
        revision.slug() != null
            ? revision.slug()
            : before
                .map(Edition::slug)
                .orElseGet(() -> Slug.of(revision.title(), article.language()));
    var words =
        new Words(
            article.language(),
            wanted,
            revision.title(),
            revision.summary(),
            revision.html(),
            Origin.ORIGINAL,
            Freshness.CURRENT,
            revision.number());
    put(article, before, words);
    topics.assign(article.id(), revision.topics(), article.language());
    table.show(article.id(), article.isPublished(), article.isListed(), clock.instant());
    table.listByTopic(article.id());
  }

  /**
   * Publishes a translation.
   *
   * @return whether readers can notice
   */
  boolean publish(Article article, Translated translated) {
    var before = table.find(article.id(), translated.language());
    var wanted =
        Slug.of(
            translated.slug() == null ? translated.title() : translated.slug(),
            translated.language());
    // the number that a collision gave this edition once is no reason to look for another slug
    // again
    var kept =
        before
            .map(Edition::slug)
            .filter(slug -> slug.matches(wanted + "(-[0-9]+)?"))
            .orElse(wanted);
    var words =
        new Words(
            translated.language(),
            kept,
            translated.title(),
            translated.summary(),
            translated.html(),
            translated.origin(),
            translated.status(),
            translated.sourceRevision());
    var noticed = put(article, before, words);
    if (noticed) table.listByTopic(article.id());
    return noticed;
  }

  /** Takes one language back; true if readers had it. */
  boolean takeBack(UUID article, String language) {
    var before = table.find(article, language);
    if (before.isEmpty() || before.get().takenBack() || before.get().origin() == Origin.ORIGINAL)
      return false;
    var edition = before.get();
    table.put(
        new Edition(
            article,
            language,
            edition.slug(),
            edition.title(),
            edition.summary(),
            edition.html(),
            edition.origin(),
            edition.status(),
            edition.sourceRevision(),
            edition.words(),
            edition.picture(),
            edition.author(),
            true,
            false,
            false,
            edition.publishedAt(),
            clock.instant()),
        false);
    table.listByTopic(article);
    return true;
  }

  /** Takes all languages back. */
  public void hide(Article article) {
    table.show(article.id(), false, false, clock.instant());
    table.listByTopic(article.id());
  }

  /**
   * Removes an article's editions; their slugs stay taken, so that they can answer that it is gone.
   */
  public void remove(Article article) {
    table.deleteOf(article.id());
  }

  List<EditionRef> visible(UUID article) {
    return table.visible(article);
  }

  /** Where readers find these articles, each one's original first. */
  public Map<UUID, List<EditionRef>> visible(Collection<UUID> articles) {
    return table.visible(articles);
  }

  /** What an edition says, wherever that comes from. */
  private record Words(
      String language,
      String slug,
      String title,
      @Nullable String summary,
      String html,
      Origin origin,
      Freshness status,
      int sourceRevision) {}

  private boolean put(Article article, Optional<Edition> before, Words words) {
    Instant now = clock.instant();
    var language = words.language();
    var edition =
        new Edition(
            article.id(),
            language,
            slugs.claim(article.id(), language, words.slug()),
            words.title(),
            words.summary() == null ? Prose.beginning(words.html(), language) : words.summary(),
            words.html(),
            words.origin(),
            words.status(),
            words.sourceRevision(),
            Prose.words(words.html(), language),
            picture(words.html()),
            article.authorId(),
            false,
            article.isPublished(),
            article.isListed(),
            before.map(Edition::publishedAt).orElse(now),
            now);
    if (before.isPresent() && edition.saysTheSameAs(before.get())) return false;
    var since = before.filter(edition::readsLike).map(Edition::updatedAt).orElse(now);
    table.put(edition.updatedAt(since), before.isEmpty());
    return true;
  }

  private @Nullable String picture(String html) {
    try {
      var first = pictures.first(Jsoup.parseBodyFragment(html));
      return first.isEmpty() ? null : json.writeValueAsString(first.get());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
