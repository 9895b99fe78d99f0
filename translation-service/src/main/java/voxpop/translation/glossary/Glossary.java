package voxpop.translation.glossary;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/** All terms. */
@Singleton
public class Glossary {
  private record Pair(String from, String to) {}

  private record Known(long changes, Terms terms) {}

  private final TermRepository terms;
  private final Map<Pair, Known> known = new ConcurrentHashMap<>();

  Glossary(TermRepository terms) {
    this.terms = terms;
  }

  /**
   * The terms of a language in another one, as they are now: also if another instance changed them.
   */
  @Transactional
  public Terms of(String from, String to) {
    long changes = terms.changes();
    Pair pair = new Pair(from, to);
    Known before = known.get(pair);
    if (before != null && before.changes() == changes) return before.terms();
    Terms now = new Terms(from, to, terms.findBySourceAndTargetOrderById(from, to));
    known.put(pair, new Known(changes, now));
    return now;
  }

  List<Term> page(String source, String target, String text, UUID after, int limit) {
    return terms.page(source, target, text, after, limit);
  }

  Optional<Term> term(UUID id) {
    return terms.findById(id);
  }

  /**
   * Adds a term.
   *
   * @throws Problem 409 if there is one that says something about it already
   */
  @Transactional
  Term add(TermInput input) {
    terms.noteChange(); // first: it lets one change in at a time
    Term term = Term.of(input.checked());
    refuseSecond(term);
    terms.save(term);
    return term;
  }

  /**
   * Changes a term.
   *
   * @throws Problem 404, 409, or 412 if somebody else was faster
   */
  @Transactional
  Term change(UUID id, @Nullable Integer version, TermInput input) {
    terms.noteChange();
    Term now = there(id, version).changed(input.checked());
    refuseSecond(now);
    terms.update(now);
    return now;
  }

  @Transactional
  void remove(UUID id, @Nullable Integer version) {
    terms.noteChange();
    there(id, version);
    terms.deleteById(id);
  }

  private Term there(UUID id, @Nullable Integer version) {
    Term term = terms.findById(id).orElseThrow(() -> Problem.notFound("There is no such term."));
    if (version != null && term.version() != version) {
      throw Problem.preconditionFailed("Somebody else has changed this term.");
    }
    return term;
  }

  private void refuseSecond(Term term) {
    boolean second =
        terms.findBySourceAndTargetOrderById(term.source(), term.target()).stream()
            .anyMatch(other -> !other.id().equals(term.id()) && key(other).equals(key(term)));
    if (second) {
      throw Problem.conflict(
          "term-exists",
          "There is a term already that says how “%s” is to be translated.".formatted(term.term()));
    }
  }

  /** What there can be one term of: one says how words are translated, others what is forbidden. */
  static String key(Term term) {
    String words = term.caseSensitive() ? term.term() : term.term().toLowerCase(Locale.ROOT);
    String says = term.rule() == Rule.FORBIDDEN ? "not " + term.translation() : "";
    return String.join("\0", term.source(), term.target(), words, says);
  }
}
