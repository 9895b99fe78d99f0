package voxpop.translation.comment;

import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Sites;
import voxpop.translation.engine.EngineAway;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.OutOfBudget;
import voxpop.translation.engine.Pair;
import voxpop.translation.engine.Payer;
import voxpop.translation.job.Asking;
import voxpop.translation.memory.Memory;
import voxpop.translation.memory.Remembered;
import voxpop.translation.segment.Segment;

/**
 * Translates comments when somebody asks for it: from what is kept, from the memory, from an engine
 * on the visitors' share of its budget; each once.
 */
@Singleton
class Translating {
  /** Locks by comment and language, so that two who ask at once cost one call; a power of two. */
  private static final int LOCKS = 64;

  /** How long somebody waits for another one's call. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Comments comments;
  private final CommentTextRepository texts;
  private final Memory memory;
  private final Asking asking;
  private final Engines engines;
  private final Sites sites;
  private final Clock clock;
  private final List<ReentrantLock> locks = new ArrayList<>();

  Translating(
      Comments comments,
      CommentTextRepository texts,
      Memory memory,
      Asking asking,
      Engines engines,
      Sites sites,
      Clock clock) {
    this.comments = comments;
    this.texts = texts;
    this.memory = memory;
    this.asking = asking;
    this.engines = engines;
    this.sites = sites;
    this.clock = clock;
    for (int i = 0; i < LOCKS; i++) locks.add(new ReentrantLock());
  }

  /** A comment's text in another language, and the one that it was written in. */
  record Translated(UUID comment, String from, String language, String html, String origin) {}

  /**
   * What is there already.
   *
   * @throws Problem 404 if the comment is gone
   */
  Optional<Translated> known(UUID id, String language) {
    Comments.Comment comment = shown(id);
    return known(comment, language, rendering(comment));
  }

  /**
   * Translates a comment, if it isn't yet.
   *
   * @throws Problem 404 if it is gone or the site doesn't speak the language; 409 if it is written
   *     in it, if no engine translates the pair, or the visitors' share is used up; 503 if the
   *     engine doesn't answer
   */
  Translated translate(UUID id, String language) {
    if (!sites.site().languages().contains(language)) {
      throw Problem.notFound("The site has no pages in the language “" + language + "”.");
    }
    Comments.Comment comment = shown(id);
    if (comment.language().equals(language)) {
      throw Problem.conflict("same-language", "The comment is written in this language.");
    }
    ReentrantLock lock = locks.get((id.hashCode() * 31 + language.hashCode()) & (LOCKS - 1));
    if (!taken(lock)) {
      throw Problem.unavailable("The translation takes long; ask again in a moment.");
    }
    try {
      Rendering rendering = rendering(comment);
      return known(comment, language, rendering).orElseGet(() -> ask(comment, language, rendering));
    } finally {
      lock.unlock();
    }
  }

  private Optional<Translated> known(
      Comments.Comment comment, String language, Rendering rendering) {
    return texts
        .findByCommentAndLanguage(comment.id(), language)
        .filter(text -> text.hash().equals(rendering.hash()))
        .map(
            text ->
                new Translated(
                    comment.id(), comment.language(), language, text.html(), text.origin()));
  }

  private Translated ask(Comments.Comment comment, String language, Rendering rendering) {
    String from = comment.language();
    Map<Segment, String> said = new HashMap<>();
    List<Segment> rest = new ArrayList<>();
    Remembered known = memory.of(rendering.segments(), from, language);
    for (Segment segment : rendering.segments()) {
      var remembered = known.proposedFor(segment);
      if (remembered.isPresent()) said.put(segment, remembered.get().text());
      else rest.add(segment);
    }
    String origin = Memory.ORIGIN;
    if (!rest.isEmpty()) origin = asked(new Pair(from, language), rest, said);
    String html = rendering.in(language, said::get);
    texts.keep(
        Ids.next(),
        comment.id(),
        comment.article(),
        language,
        rendering.hash(),
        html,
        origin,
        clock.instant());
    return new Translated(comment.id(), from, language, html, origin);
  }

  /** Asks for the rest; what engines give for comments is not kept in the memory. */
  private String asked(Pair pair, List<Segment> rest, Map<Segment, String> said) {
    if (!engines.mayTranslate(pair)) {
      throw Problem.conflict(
          "no-engine",
          "No engine translates from “%s” into “%s”.".formatted(pair.source(), pair.target()));
    }
    try {
      Map<Segment, Asking.Answer> answers = asking.translate(pair, rest, Payer.VISITOR);
      String engine = Memory.ORIGIN;
      for (Map.Entry<Segment, Asking.Answer> answer : answers.entrySet()) {
        String text = answer.getValue().text();
        if (text != null) said.put(answer.getKey(), text);
        engine = answer.getValue().engine();
      }
      if (said.isEmpty()) {
        throw Problem.conflict("not-translatable", "No engine could translate this comment.");
      }
      return engine;
    } catch (OutOfBudget used) {
      throw Problem.conflict("out-of-budget", String.valueOf(used.getMessage()));
    } catch (EngineAway away) {
      throw Problem.unavailable("No engine answers at the moment; ask again in a moment.");
    }
  }

  private static boolean taken(ReentrantLock lock) {
    try {
      return lock.tryLock(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Comments.Comment shown(UUID id) {
    Optional<Comments.Comment> comment;
    try {
      comment = comments.comment(id).filter(Comments.Comment::isShown);
    } catch (HttpClientException away) {
      throw Problem.unavailable("The comments can't be reached at the moment.");
    }
    if (comment.isEmpty()) texts.deleteByComment(id);
    return comment.orElseThrow(() -> Problem.notFound("There is no such comment (any more)."));
  }

  private static Rendering rendering(Comments.Comment comment) {
    return new Rendering(comment.article(), comment.language(), comment.html());
  }
}
