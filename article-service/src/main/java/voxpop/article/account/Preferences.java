package voxpop.article.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Role;

/** Who wants to be written to, and how. */
@Singleton
class Preferences {
  private final AuthorRepository authors;
  private final PreferenceRepository preferences;

  Preferences(AuthorRepository authors, PreferenceRepository preferences) {
    this.authors = authors;
    this.preferences = preferences;
  }

  /** Somebody's; empty if there is no such account. */
  @Transactional
  Optional<Preference> of(UUID author) {
    return authors
        .findById(author)
        .flatMap(
            known -> {
              Optional<Preference> own = preferences.findByAuthor(author);
              if (own.isPresent()) return own;
              preferences.begin(author, Secret.next());
              return preferences.findByAuthor(author);
            });
  }

  @Transactional
  Optional<Preference> change(UUID author, @Nullable String language, boolean digest) {
    return of(author)
        .flatMap(
            before -> {
              preferences.change(author, language, digest);
              return preferences.findByAuthor(author);
            });
  }

  /** Translators with a language, who didn't say no to mails and whose address is good. */
  @Transactional
  List<TranslatorController.Translator> translators() {
    List<Author> translators =
        authors.findAllOrderByName().stream()
            .filter(author -> author.roleList().contains(Role.TRANSLATOR))
            .filter(author -> !author.languageList().isEmpty())
            .toList();
    Map<UUID, Preference> known =
        preferences.findAll().stream()
            .collect(Collectors.toMap(Preference::author, Function.identity()));
    return translators.stream()
        .flatMap(
            author ->
                Optional.ofNullable(known.get(author.id()))
                    .or(() -> of(author.id()))
                    .filter(preference -> preference.digest() && preference.refused() == null)
                    .map(preference -> TranslatorController.Translator.of(author, preference))
                    .stream())
        .toList();
  }

  /** Notes that there is no such address, unless it has become another one meanwhile. */
  @Transactional
  void refuse(UUID author, String email, String code) {
    authors
        .findById(author)
        .filter(known -> known.email().equals(email))
        .ifPresent(known -> preferences.refuse(author, code));
  }
}
