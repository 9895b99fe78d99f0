package voxpop.comment.comment;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.comment.article.Articles;
import voxpop.comment.article.KnownArticle;
import voxpop.comment.language.Guessing;
import voxpop.comment.spam.ChallengeToken;
import voxpop.comment.spam.Challenges;
import voxpop.comment.spam.SpamPolicy;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/**
 * Takes what somebody said, or says why not; everything that can be decided before the transaction
 * is decided here.
 */
@Singleton
class Commenting {
  /** Those who decide about comments needn't wait for their own decision. */
  private static final Role[] TRUSTED = {Role.MODERATOR, Role.EDITOR};

  /** The reason of a comment that is held because the article or the site says so of all. */
  private static final String RULE = "rule";

  private final Articles articles;
  private final SpamPolicy policy;
  private final Challenges challenges;
  private final Storing storing;
  private final Guessing guessing;

  Commenting(
      Articles articles,
      SpamPolicy policy,
      Challenges challenges,
      Storing storing,
      Guessing guessing) {
    this.articles = articles;
    this.policy = policy;
    this.challenges = challenges;
    this.storing = storing;
    this.guessing = guessing;
  }

  /**
   * Stores a comment.
   *
   * @param pageLanguage of the page that it was written on, if the caller says so
   * @throws Problem 400, 404, 409, 410 or 429, each with what to do about it
   */
  Storing.Stored write(NewComment typed, Caller caller, @Nullable String pageLanguage) {
    NewComment.Guest guest = caller.author().isPresent() ? null : typed.guest();
    KnownArticle article = articles.published(typed.article()).open();
    String otherwise =
        pageLanguage == null || pageLanguage.isBlank()
            ? article.language()
            : TypedText.language(pageLanguage);
    Draft draft =
        Draft.of(
            typed,
            guest,
            caller,
            article,
            text -> guessing.of(text, article.spoken()).orElse(otherwise));
    Optional<String> filter = policy.admit(draft.submission(caller, typed));
    String reason = isTrusted(caller) ? null : filter.orElse(article.holdsComments() ? RULE : null);
    if (guest == null) {
      return storing.store(draft, reason);
    }
    ChallengeToken token = challenges.open(guest.solution(), article.id());
    return storing.store(draft, reason, token, guest.solution());
  }

  private static boolean isTrusted(Caller caller) {
    return caller.author().map(author -> author.is(TRUSTED)).orElse(false);
  }
}
