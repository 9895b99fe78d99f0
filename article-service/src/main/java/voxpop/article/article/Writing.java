package voxpop.article.article;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.ArticleChanges;
import voxpop.article.edition.Editions;
import voxpop.article.edition.Slug;
import voxpop.article.site.CommentRule;
import voxpop.article.site.Sites;
import voxpop.kit.caller.Caller;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/**
 * Saving: a first draft, the revisions after it, and throwing all of it away. Readers notice only
 * the last.
 */
@Singleton
class Writing {

  private final ArticleRepository articles;
  private final RevisionTable revisions;
  private final Editions editions;
  private final ArticleChanges changes;
  private final Text text;
  private final Sites sites;
  private final Sql sql;
  private final Clock clock;

  Writing(
      ArticleRepository articles,
      RevisionTable revisions,
      Editions editions,
      ArticleChanges changes,
      Text text,
      Sites sites,
      Sql sql,
      Clock clock) {
    this.articles = articles;
    this.revisions = revisions;
    this.editions = editions;
    this.changes = changes;
    this.text = text;
    this.sites = sites;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Makes a draft.
   *
   * @param key the caller's name for this creation: the same key again, the same article again
   */
  @Transactional
  Article create(Caller.Author author, Draft draft, @Nullable String key) {
    check(draft);
    var html = text.toHtml(draft.format(), draft.body());
    var now = clock.instant();
    var id = Ids.next();
    if (key != null) {
      var earlier = claim(author, key, id, now);
      if (earlier.isPresent()) return earlier.get();
    }
    var kind = draft.kind() == null ? Kind.POST : draft.kind();
    // an imprint is not discussed, unless somebody says so
    var comments =
        comments(draft, () -> kind == Kind.PAGE ? CommentRule.CLOSED : sites.get().comments());
    var article =
        articles.save(Article.draft(id, kind, draft.language(), author.id(), comments, now));
    revisions.save(revision(article, author, draft, html, now));
    changes.record(article);
    return article;
  }

  /**
   * Saves a new revision.
   *
   * @param expected the number of the revision that the writer started from; null takes any
   * @throws Problem 412 if somebody else has saved meanwhile
   */
  @Transactional
  Article revise(Caller.Author author, UUID id, Draft draft, @Nullable Long expected) {
    check(draft);
    var html = text.toHtml(draft.format(), draft.body());
    var before = lock(author, id);
    require(before, expected);
    if (draft.kind() != null && draft.kind() != before.kind()) {
      throw Problem.invalid("kind", "stays what it was when the article was made");
    }
    if (before.publishedRevision() != null && !draft.language().equals(before.language())) {
      throw Problem.invalid("language", "stays what it was when the article was first published");
    }
    var now = clock.instant();
    var after = before.revised(draft.language(), comments(draft, before::comments), now);
    articles.update(after);
    revisions.save(revision(after, author, draft, html, now));
    changes.record(after);
    return after;
  }

  /** Removes an article for good; addresses that led to it answer 410 from now on. */
  @Transactional
  void remove(Caller.Author author, UUID id, @Nullable Long expected) {
    var article = lock(author, id);
    require(article, expected);
    editions.remove(article);
    revisions.deleteOf(id);
    articles.delete(article);
    changes.recordRemoval(article);
  }

  /** The article, held until the commit. */
  Article lock(Caller.Author author, UUID id) {
    return articles
        .lock(id)
        .filter(article -> mayKnow(article, author))
        .map(article -> editable(article, author))
        .orElseThrow(() -> Problem.notFound("There is no such article."));
  }

  static void require(Article article, @Nullable Long expected) {
    if (expected != null && expected != article.newestRevision()) {
      throw Problem.preconditionFailed(
          "Somebody has saved revision %d meanwhile: read it, then save again."
              .formatted(article.newestRevision()));
    }
  }

  /**
   * A draft is nobody's business but its writers'; of a published text everybody knows that it is
   * there.
   */
  private static boolean mayKnow(Article article, Caller.Author author) {
    return article.publishedRevision() != null || article.isEditableBy(author);
  }

  private static Article editable(Article article, Caller.Author author) {
    if (article.isEditableBy(author)) return article;
    throw Problem.forbidden("Authors change their own articles, editors everybody's.");
  }

  private void check(Draft draft) {
    if (!sites.get().languages().contains(draft.language())) {
      throw Problem.invalid("language", draft.language() + " is not among the site's languages");
    }
    if (draft.writtenTitle().isEmpty()) throw Problem.invalid("title", "has nothing to read in it");
    if (draft.slug() != null && !draft.slug().isBlank()) {
      var slug = Slug.of(draft.slug(), draft.language());
      if (slug.isEmpty()) throw Problem.invalid("slug", "has no letter or digit in it");
      if (Slug.isReserved(slug))
        throw Problem.invalid("slug", slug + " leads to a list: choose another");
    }
  }

  private Revision revision(
      Article article, Caller.Author author, Draft draft, String html, Instant now) {
    var slug =
        draft.slug() == null || draft.slug().isBlank()
            ? null
            : Slug.of(draft.slug(), draft.language());
    return new Revision(
        article.id(),
        article.newestRevision(),
        author.id(),
        draft.writtenTitle(),
        draft.writtenSummary(),
        slug,
        draft.distinctTopics(),
        draft.format(),
        draft.body(),
        html,
        now);
  }

  /** Whoever loses the race for a key waits here for the winner's commit, and gets its article. */
  private Optional<Article> claim(Caller.Author author, String key, UUID id, Instant now) {
    var hash = hash(author.id() + ":" + key);
    var claimed =
        sql.update(
            "INSERT IGNORE INTO creation (idempotency_key, article_id, created_at) VALUES (?, ?,"
                + " ?)",
            hash,
            id,
            now);
    if (claimed == 1) return Optional.empty();
    return sql.one(
            "SELECT article_id FROM creation WHERE idempotency_key = ?",
            row -> Sql.uuid(row, "article_id"),
            (Object) hash)
        .flatMap(articles::findById)
        .or(
            () -> {
              throw Problem.conflict("key-used", "The article that this key made was removed.");
            });
  }

  private static CommentRule comments(
      Draft draft, java.util.function.Supplier<CommentRule> otherwise) {
    return draft.comments() == null ? otherwise.get() : draft.comments();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
