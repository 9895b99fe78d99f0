package voxpop.comment.comment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import voxpop.comment.article.KnownArticle;
import voxpop.comment.spam.ChallengeToken;
import voxpop.comment.spam.Solution;

/**
 * A comment that only has to be stored.
 *
 * @param article as it was taken to be; if it is another way by now, draft and reason are made anew
 * @param reason why a moderator is to see it first; null if it is published
 * @param answered the challenge of somebody who isn't signed in
 */
record Post(
    Draft draft,
    KnownArticle article,
    @Nullable String reason,
    @Nullable Answered answered,
    Function<KnownArticle, @Nullable String> reasonBelow,
    Function<KnownArticle, Draft> draftBelow) {

  record Answered(ChallengeToken token, Solution solution) {}

  Post below(KnownArticle now) {
    return new Post(
        draftBelow.apply(now), now, reasonBelow.apply(now), answered, reasonBelow, draftBelow);
  }
}
