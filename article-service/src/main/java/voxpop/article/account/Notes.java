package voxpop.article.account;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.site.Sites;
import voxpop.article.wording.Paragraphs;
import voxpop.article.wording.Wording;
import voxpop.article.wording.Wordings;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/** What authors say about themselves, in their language and in their readers'. */
@Singleton
class Notes {

  private final AuthorRepository authors;
  private final Wordings wordings;
  private final Sites sites;
  private final Sql sql;

  Notes(AuthorRepository authors, Wordings wordings, Sites sites, Sql sql) {
    this.authors = authors;
    this.wordings = wordings;
    this.sites = sites;
    this.sql = sql;
  }

  /** As readers see somebody; without a language the note is as it was written. */
  Optional<Byline> find(String name, @Nullable String language) {
    return authors.findByName(name).map(author -> byline(author, language));
  }

  private Byline byline(Author author, @Nullable String language) {
    var own = wordings.find(author.id()).map(Wording::language);
    if (language == null || own.filter(language::equals).isPresent()) {
      return new Byline(author.name(), author.displayName(), author.note(), own.orElse(null));
    }
    return wordings
        .in(author.id(), language)
        .map(
            said ->
                new Byline(
                    author.name(),
                    author.displayName(),
                    Paragraphs.text(said.html()),
                    said.language()))
        .orElseGet(() -> new Byline(author.name(), author.displayName(), author.note(), null));
  }

  /**
   * Says something else about somebody: they themself, or an administrator.
   *
   * @throws Problem 403 for everybody else
   */
  @Transactional
  Optional<Byline> write(Caller.Author caller, String name, NoteInput input) {
    var author = authors.findByName(name).orElse(null);
    if (author == null) return Optional.empty();
    if (!caller.id().equals(author.id()) && !caller.is(voxpop.kit.caller.Role.ADMINISTRATOR)) {
      throw Problem.forbidden("People write their own notes, administrators everybody's.");
    }
    if (input.language() != null && !sites.get().languages().contains(input.language())) {
      throw Problem.invalid("language", input.language() + " is not among the site's languages");
    }
    sql.update("UPDATE author SET note = ? WHERE id = ?", input.written(), author.id());
    var after = authors.findById(author.id()).orElseThrow();
    say(after, input.language());
    return Optional.of(byline(after, null));
  }

  /** Announces somebody's note as it is now; with no language told, in the one that it was in. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void say(Author author, @Nullable String told) {
    if (author.note() == null || author.note().isBlank()) {
      wordings.forget(author.id());
      return;
    }
    var language =
        told != null
            ? told
            : wordings
                .find(author.id())
                .map(Wording::language)
                .orElseGet(() -> sites.get().language());
    wordings.say(
        author.id(),
        Wording.Kind.NOTE,
        author.name(),
        language,
        author.displayName(),
        Paragraphs.html(author.note()));
  }

  /** Notes of a release that translated none. */
  @Scheduled(initialDelay = "5s", fixedDelay = "10m")
  void adoptAll() {
    sql.list(
            "SELECT a.id FROM author a LEFT JOIN wording w ON w.id = a.id WHERE a.note > '' AND"
                + " w.id IS NULL",
            row -> Sql.uuid(row, "id"))
        .forEach(this::adopt);
  }

  @Transactional
  void adopt(UUID author) {
    authors.findById(author).ifPresent(found -> say(found, null));
  }
}
