package voxpop.comment.comment;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.comment.article.Articles;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/** Reads threads: what everybody sees, and among it what the caller alone still waits for. */
@Singleton
class Threads {
  /** More than anybody writes below one article before a moderator comes. */
  private static final int MAX_OWN_HELD = 100;

  private static final UUID LAST = new UUID(-1L, -1L);

  private final Articles articles;
  private final ThreadRepository threads;
  private final CommentRepository comments;
  private final Tallies tallies;
  private final ThreadStates states;
  private final KeptThreads kept;
  private final ObjectMapper json;

  Threads(
      Articles articles,
      ThreadRepository threads,
      CommentRepository comments,
      Tallies tallies,
      ThreadStates states,
      KeptThreads kept,
      ObjectMapper json) {
    this.articles = articles;
    this.threads = threads;
    this.comments = comments;
    this.tallies = tallies;
    this.states = states;
    this.kept = kept;
    this.json = json;
  }

  /**
   * A stretch of an article's thread.
   *
   * @param language only comments in it; all if null
   * @param after the cursor of the stretch before
   * @throws Problem 400, 404 or 410
   */
  WrittenList thread(
      UUID article,
      @Nullable String language,
      Order order,
      int limit,
      @Nullable String after,
      Caller caller) {
    Optional<ThreadState> state = states.of(article).filter(ThreadState::isPublished);
    if (state.isEmpty()) {
      articles.published(article);
    }
    String tag = language == null || language.isBlank() ? null : TypedText.language(language);
    if (state.isEmpty() || Comment.writer(caller) != null) {
      return written(read(article, tag, order, limit, after, caller));
    }
    return kept.get(
        new KeptThreads.Asked(article, tag, order, limit, after),
        state.get(),
        () -> written(read(article, tag, order, limit, after, caller)));
  }

  private CommentList read(
      UUID id,
      @Nullable String tag,
      Order order,
      int limit,
      @Nullable String after,
      Caller caller) {
    @Nullable ThreadPath from = after == null ? null : cursor(after);
    List<Comment> read = new ArrayList<>(shown(id, tag, order, limit + 1, from));
    mix(read, ownHeld(id, tag, order, from, caller), order, limit + 1);
    return CommentList.of(
        read,
        limit,
        tallies.published(id),
        comment -> ShownComment.to(caller, comment),
        comment -> comment.place().cursor());
  }

  /** A stretch of all comments that stand so, for moderators. */
  WrittenList queue(
      CommentStatus status, Order order, int limit, @Nullable String after, Caller caller) {
    List<Comment> read =
        order == Order.OLDEST
            ? threads.queueOldest(status, after == null ? new UUID(0, 0) : id(after), limit + 1)
            : threads.queueNewest(status, after == null ? LAST : id(after), limit + 1);
    return written(
        CommentList.of(
            read,
            limit,
            tallies.all(status),
            comment -> ShownComment.toModerator(caller, comment),
            comment -> comment.id().toString()));
  }

  /**
   * One comment: a published one, the caller's own held one, or to a moderator any.
   *
   * @throws Problem 404 if there is none that the caller may see
   */
  ShownComment one(UUID id, Caller caller) {
    Comment comment =
        comments.findById(id).orElseThrow(() -> Problem.notFound("There is no such comment."));
    if (caller.author().map(author -> author.is(Role.MODERATOR, Role.EDITOR)).orElse(false)) {
      return ShownComment.toModerator(caller, comment);
    }
    articles.published(comment.articleId());
    boolean own = comment.isBy(caller) && comment.status() == CommentStatus.HELD;
    if (!comment.isPublished() && !own) {
      throw Problem.notFound("There is no such comment.");
    }
    return ShownComment.to(caller, comment);
  }

  private WrittenList written(CommentList list) {
    try {
      return new WrittenList(json.writeValueAsBytes(list), list.next());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private List<Comment> shown(
      UUID article, @Nullable String language, Order order, int limit, @Nullable ThreadPath from) {
    byte[] path = from == null ? new byte[0] : from.bytes();
    if (order == Order.OLDEST) {
      return language == null
          ? threads.oldest(article, path, limit)
          : threads.oldestIn(language, article, path, limit);
    }
    UUID root = from == null ? LAST : from.root();
    return language == null
        ? threads.newest(article, root, path, limit)
        : threads.newestIn(language, article, root, path, limit);
  }

  private List<Comment> ownHeld(
      UUID article,
      @Nullable String language,
      Order order,
      @Nullable ThreadPath from,
      Caller caller) {
    String writer = Comment.writer(caller);
    if (writer == null) {
      return List.of();
    }
    return threads.heldOf(writer, article, MAX_OWN_HELD).stream()
        .filter(comment -> language == null || language.equals(comment.language()))
        .filter(comment -> !comment.shown() && (from == null || order.isAfter(comment, from)))
        .toList();
  }

  /**
   * Puts the caller's held comments among the others. Those behind a stretch that goes on come with
   * the next one.
   */
  private static void mix(List<Comment> shown, List<Comment> held, Order order, int limit) {
    if (held.isEmpty()) {
      return;
    }
    Comparator<Comment> comparator = order.comparator();
    shown.addAll(held);
    shown.sort(comparator);
    if (shown.size() > limit) {
      shown.subList(limit, shown.size()).clear();
    }
  }

  private static ThreadPath cursor(String after) {
    return ThreadPath.ofCursor(after).orElseThrow(Threads::badCursor);
  }

  private static UUID id(String after) {
    try {
      return UUID.fromString(after);
    } catch (IllegalArgumentException malformed) {
      throw badCursor();
    }
  }

  private static Problem badCursor() {
    return Problem.invalid("after", "Take the value of next from the stretch before.");
  }
}
