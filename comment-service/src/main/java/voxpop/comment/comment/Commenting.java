package voxpop.comment.comment;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
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
import voxpop.kit.together.Together;

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
  private final Guessing guessing;
  private final Storing storing;
  private final Together<Post, Stored> together;

  Commenting(
      Articles articles,
      SpamPolicy policy,
      Challenges challenges,
      Guessing guessing,
      Storing storing,
      StoringTogether storingTogether) {
    this.articles = articles;
    this.policy = policy;
    this.challenges = challenges;
    this.guessing = guessing;
    this.storing = storing;
    this.together =
        new Together<>(
            "commenting", StoringTogether.AT_ONCE, storingTogether::store, this::storeAlone);
  }

  /**
   * Stores a comment; ends when that is durable.
   *
   * @param pageLanguage of the page that it was written on, if the caller says so
   * @throws Problem 400, 404, 409, 410 or 429, each with what to do about it; or the answer fails
   *     with it
   */
  CompletionStage<Stored> write(NewComment typed, Caller caller, @Nullable String pageLanguage) {
    NewComment.Guest guest = caller.author().isPresent() ? null : typed.guest();
    KnownArticle article = articles.probablyOpen(typed.article());
    Draft draft = draft(typed, guest, caller, article, pageLanguage);
    String filter = policy.admit(draft.submission(caller, typed)).orElse(null);
    ChallengeToken token = guest == null ? null : challenges.open(guest.solution(), article.id());
    return together.ask(
        new Post(
            draft,
            article,
            reason(caller, filter, article),
            guest == null || token == null ? null : new Post.Answered(token, guest.solution()),
            now -> reason(caller, filter, now),
            now -> draft(typed, guest, caller, now, pageLanguage)));
  }

  @PreDestroy
  void end() {
    together.close();
  }

  private Stored storeAlone(Post post) {
    articles.forget(post.article().id());
    KnownArticle article = articles.probablyOpen(post.article().id());
    return storing.store(article.equals(post.article()) ? post : post.below(article));
  }

  private Draft draft(
      NewComment typed,
      NewComment.@Nullable Guest guest,
      Caller caller,
      KnownArticle article,
      @Nullable String pageLanguage) {
    String otherwise =
        pageLanguage == null || pageLanguage.isBlank()
            ? article.language()
            : TypedText.language(pageLanguage);
    return Draft.of(
        typed,
        guest,
        caller,
        article,
        text -> guessing.of(text, article.spoken()).orElse(otherwise));
  }

  private static @Nullable String reason(
      Caller caller, @Nullable String filter, KnownArticle article) {
    if (caller.author().map(author -> author.is(TRUSTED)).orElse(false)) {
      return null;
    }
    return filter != null ? filter : article.holdsComments() ? RULE : null;
  }
}
