package voxpop.kit.caller;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/**
 * Who is calling. A controller takes it as a parameter.
 *
 * @param program the program of the house that called, by its application name
 * @param signedIn the person in the token, if there was one
 * @param readerKey HMAC of the reader's cookie, if the gateway sent one
 * @param networkKey HMAC of the reader's network (a /24 or /48) for the current 30 days
 */
public record Caller(
    String program,
    @Nullable Author signedIn,
    @Nullable String readerKey,
    @Nullable String networkKey) {

  /** A signed-in person; {@code languages} are those that a translator may translate into. */
  public record Author(UUID id, String name, Set<Role> roles, Set<String> languages) {
    /** Whether the person has one of these roles; an administrator has all of them. */
    public boolean is(Role... any) {
      return roles.contains(Role.ADMINISTRATOR) || Arrays.stream(any).anyMatch(roles::contains);
    }

    /**
     * Whether the person may translate into this language: editors into every one, translators into
     * theirs.
     */
    public boolean mayTranslate(String language) {
      return is(Role.EDITOR) || (roles.contains(Role.TRANSLATOR) && languages.contains(language));
    }
  }

  public Optional<Author> author() {
    return Optional.ofNullable(signedIn);
  }

  public Optional<String> reader() {
    return Optional.ofNullable(readerKey);
  }

  public Optional<String> network() {
    return Optional.ofNullable(networkKey);
  }

  /**
   * The signed-in person, who must have one of these roles; with none given, any signed-in person
   * will do.
   *
   * @throws Problem 401 if nobody is signed in, 403 if the roles don't allow it
   */
  public Author require(Role... any) {
    Author author = author().orElseThrow(() -> Problem.unauthorized("Sign in to do this."));
    if (any.length > 0 && !author.is(any)) {
      throw Problem.forbidden(
          "This takes the role "
              + Arrays.stream(any).map(Role::word).collect(Collectors.joining(" or "))
              + ".");
    }
    return author;
  }
}
