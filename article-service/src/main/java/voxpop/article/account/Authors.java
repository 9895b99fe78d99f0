package voxpop.article.account;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import voxpop.article.edition.Slug;
import voxpop.kit.caller.Role;
import voxpop.kit.feed.Changes;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/** Makes and changes people: names and addresses are unique, and somebody stays administrator. */
@Singleton
public class Authors {

  private final AuthorRepository authors;
  private final SignInRepository signIns;
  private final PreferenceRepository preferences;
  private final Passwords passwords;
  private final Notes notes;
  private final Changes changes;
  private final Clock clock;

  Authors(
      AuthorRepository authors,
      SignInRepository signIns,
      PreferenceRepository preferences,
      Passwords passwords,
      Notes notes,
      Changes changes,
      Clock clock) {
    this.authors = authors;
    this.signIns = signIns;
    this.preferences = preferences;
    this.passwords = passwords;
    this.notes = notes;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  public Author create(AuthorInput input) {
    if (input.password() == null) throw Problem.invalid("password", "is needed for a new person");
    return create(input, passwords.hash(input.password()));
  }

  /** The first one, made with the site. */
  public void createAdministrator(String email, String password, String displayName) {
    if (email.isBlank() || password.length() < AuthorInput.SHORTEST_PASSWORD) {
      throw new ConfigurationException(
          "VOXPOP_ADMIN_EMAIL or VOXPOP_ADMIN_PASSWORD is missing or too short ("
              + AuthorInput.SHORTEST_PASSWORD
              + " characters): the first start makes the administrator's account from them.");
    }
    var roles = List.of(Role.ADMINISTRATOR);
    create(
        new AuthorInput(email, null, displayName, null, roles, null, password),
        passwords.hash(password));
  }

  private Author create(AuthorInput input, String hash) {
    var others = authors.lockAll();
    var author = merged(input, Ids.next(), others, hash, clock.instant());
    authors.save(author);
    notes.say(author, null);
    tell(author);
    return author;
  }

  @Transactional
  public Optional<Author> change(UUID id, AuthorInput input) {
    var hash = input.password() == null ? null : passwords.hash(input.password());
    var all = authors.lockAll();
    var found = all.stream().filter(author -> author.id().equals(id)).findFirst();
    if (found.isEmpty()) return found;
    var before = found.get();
    var others = all.stream().filter(author -> !author.id().equals(id)).toList();
    var after =
        merged(input, id, others, hash == null ? before.passwordHash() : hash, before.createdAt());
    if (before.isAdministrator()
        && !after.isAdministrator()
        && others.stream().noneMatch(Author::isAdministrator)) {
      throw Problem.conflict("last-administrator", "Make somebody else administrator first.");
    }
    authors.update(after);
    notes.say(after, null);
    // whoever knew the old password is out
    if (hash != null) signIns.deleteByAuthorId(id);
    // what a mail server said was of the address before
    if (!before.email().equals(after.email())) preferences.refuse(id, null);
    if (!Objects.equals(before.displayName(), after.displayName())
        || !Objects.equals(before.name(), after.name())
        || !Objects.equals(before.note(), after.note())) tell(after);
    return Optional.of(after);
  }

  private static Author merged(
      AuthorInput input, UUID id, List<Author> others, String hash, java.time.Instant createdAt) {
    var email = Author.emailOf(input.email());
    var wanted = input.name() != null ? input.name() : Slug.of(input.displayName(), "en");
    var name = wanted.isEmpty() ? "author-" + (others.size() + 1) : wanted;
    if (others.stream().anyMatch(other -> other.email().equals(email))) {
      throw Problem.invalid("email", "belongs to somebody else here");
    }
    if (others.stream().anyMatch(other -> other.name().equals(name))) {
      throw Problem.invalid("name", name + " is somebody else here: say another name");
    }
    var languages = input.languages() == null ? List.<String>of() : input.languages();
    return new Author(
        id,
        email,
        name,
        input.displayName().strip(),
        input.note(),
        hash,
        Author.join(Objects.requireNonNull(input.roles())), // checked: left out is a mistake
        Author.join(languages),
        createdAt);
  }

  private void tell(Author author) {
    changes.record(
        "voxpop.author", author.id().toString(), Map.of("author", author.id().toString()));
  }
}
