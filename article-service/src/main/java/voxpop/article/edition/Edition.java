package voxpop.article.edition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as readers get it in one language.
 *
 * @param summary written by somebody, or cut from this edition's own text
 * @param sourceRevision the revision of the original that this says
 * @param picture the first picture in the text, with its words in this language, as JSON
 * @param takenBack withdrawn by translation-service, whatever the article itself is
 * @param visible whether readers get it
 * @param listed whether it is in lists, feeds and search
 * @param publishedAt when readers first got it in this language
 */
record Edition(
    UUID article,
    String language,
    String slug,
    String title,
    String summary,
    String html,
    Origin origin,
    Freshness status,
    int sourceRevision,
    int words,
    @Nullable String picture,
    UUID author,
    boolean takenBack,
    boolean visible,
    boolean listed,
    Instant publishedAt,
    Instant updatedAt) {

  /** Whether there is nothing new in it to read, whatever else is known of it now. */
  boolean readsLike(Edition other) {
    return title.equals(other.title) && summary.equals(other.summary) && html.equals(other.html);
  }

  /** The same, as of then. */
  Edition updatedAt(Instant then) {
    return new Edition(
        article,
        language,
        slug,
        title,
        summary,
        html,
        origin,
        status,
        sourceRevision,
        words,
        picture,
        author,
        takenBack,
        visible,
        listed,
        publishedAt,
        then);
  }

  /** Whether readers would notice nothing if this took the other's place. */
  boolean saysTheSameAs(Edition other) {
    return slug.equals(other.slug)
        && title.equals(other.title)
        && summary.equals(other.summary)
        && html.equals(other.html)
        && origin == other.origin
        && status == other.status
        && sourceRevision == other.sourceRevision
        && visible == other.visible
        && listed == other.listed
        && author.equals(other.author);
  }
}
