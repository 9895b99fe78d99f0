package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Visitor;

/** What administrators ask of article-service: the site's settings, and who may do what. */
@Singleton
public class Household {
  private final Calls calls;

  Household(ArticleService articles) {
    this.calls = articles.calls();
  }

  /** Somebody with an account. */
  @Serdeable
  public record Person(
      UUID id,
      @Nullable String email,
      String name,
      @Nullable String displayName,
      @Nullable String note,
      List<String> roles,
      List<String> languages) {
    public Person {
      roles = roles == null ? List.of() : roles;
      languages = languages == null ? List.of() : languages;
    }
  }

  @Serdeable
  record People(List<Person> items) {}

  /** What an administrator says about somebody; without a password the old one stays. */
  @Serdeable
  record PersonInput(
      String email,
      @Nullable String name,
      String displayName,
      @Nullable String note,
      List<String> roles,
      List<String> languages,
      @Nullable String password) {}

  @Serdeable
  record SiteInput(
      String name,
      @Nullable String tagline,
      String address,
      String language,
      List<String> languages,
      String timeZone,
      @Nullable String machineEditions,
      @Nullable String comments,
      Map<String, String> machineEditionsByLanguage,
      boolean indexMachineEditions) {}

  /**
   * How somebody wants to be spoken and written to.
   *
   * @param language of the studio and of mails; null: the browser's
   * @param digest whether mails about what went stale are wanted
   * @param refused the code by which a mail server said that there is no such address
   */
  @Serdeable
  public record Preferences(@Nullable String language, boolean digest, @Nullable String refused) {}

  Optional<Preferences> preferences(Visitor visitor, UUID author) {
    return calls.get(preferencesOf(author), visitor, Preferences.class).map(Tagged::value);
  }

  void prefer(Visitor visitor, UUID author, Preferences own) {
    Map<String, Object> wish = new HashMap<>(Map.of("digest", own.digest()));
    if (own.language() != null) wish.put("language", own.language());
    calls.send(HttpMethod.PUT, preferencesOf(author), visitor, wish);
  }

  private static String preferencesOf(UUID author) {
    return "/api/authors/" + author + "/preferences";
  }

  /** Ends the mails to whoever the token was given to. */
  void unsubscribe(Visitor visitor, String token) {
    calls.send(HttpMethod.POST, "/translators/unsubscriptions", visitor, Map.of("token", token));
  }

  Optional<Tagged<Site>> site(Visitor visitor) {
    return calls.get("/api/site", visitor, Site.class);
  }

  void settle(Visitor visitor, SiteInput site, @Nullable String ifMatch) {
    calls.send(HttpMethod.PUT, "/api/site", visitor, site, ifMatch, Site.class);
  }

  List<Person> people(Visitor visitor) {
    return calls
        .get("/api/authors", visitor, People.class)
        .map(p -> p.value().items())
        .orElseGet(List::of);
  }

  void welcome(Visitor visitor, PersonInput person) {
    calls.send(HttpMethod.POST, "/api/authors", visitor, person, null, Person.class);
  }

  void change(Visitor visitor, UUID id, PersonInput person) {
    calls.send(HttpMethod.PUT, "/api/authors/" + id, visitor, person, null, Person.class);
  }
}
