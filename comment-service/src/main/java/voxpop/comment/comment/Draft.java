package voxpop.comment.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import voxpop.comment.article.KnownArticle;
import voxpop.comment.spam.Submission;
import voxpop.kit.caller.Caller;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/**
 * A comment that makes sense in itself, before anybody has judged it and before it has its place in
 * the thread.
 */
record Draft(
    UUID id,
    UUID article,
    @Nullable UUID parent,
    @Nullable String writer,
    @Nullable UUID authorId,
    String name,
    @Nullable String email,
    String body,
    CommentText text,
    String language) {

  /**
   * Tidies what was typed.
   *
   * @param guess the language of a text whose writer has chosen none
   * @throws Problem 400 naming the fields that are wrong
   */
  static Draft of(
      NewComment typed,
      NewComment.@Nullable Guest guest,
      Caller caller,
      KnownArticle article,
      UnaryOperator<String> guess) {
    String body = TypedText.lines(typed.body());
    CommentText text = CommentText.of(body);
    if (text.plain().isEmpty()) {
      throw Problem.invalid("body", "Nothing of this would be visible.");
    }
    String chosen = typed.language();
    return new Draft(
        Ids.next(),
        article.id(),
        typed.parent(),
        Comment.writer(caller),
        caller.author().map(Caller.Author::id).orElse(null),
        guest != null ? guest.name() : caller.require().name(),
        guest != null ? guest.email() : null,
        body,
        text,
        chosen == null || chosen.isBlank()
            ? guess.apply(text.plain())
            : TypedText.language(chosen));
  }

  Submission submission(Caller caller, NewComment typed) {
    return new Submission(caller, typed.baits(), text.plain(), text.links());
  }

  /**
   * The comment in its place.
   *
   * @param reason why a moderator is to see it first; null if it is published
   */
  Comment at(ThreadPath place, @Nullable String reason, Instant now) {
    boolean published = reason == null;
    return new Comment(
        id,
        article,
        parent,
        place.root(),
        place.bytes(),
        writer,
        authorId,
        name,
        body,
        text.html(),
        language,
        now,
        published ? CommentStatus.PUBLISHED : CommentStatus.HELD,
        reason,
        published,
        false);
  }

  /**
   * What is the same when the same reader sends the same thing again; null for those who can't be
   * told apart, because anybody who has seen the token could be them.
   */
  @Nullable String fingerprint() {
    if (writer == null) {
      return null;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part :
          new Object[] {
            writer, article, Objects.toString(parent), name, Objects.toString(email), body, language
          }) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every JDK has SHA-256", missing);
    }
  }
}
