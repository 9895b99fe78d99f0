package voxpop.local;

import org.jspecify.annotations.Nullable;

/**
 * Who can sign in first. Address and generated password are kept until they were shown once, so
 * that a first start that was broken off is made good by the next; afterwards the password is
 * nowhere but in the account, as a hash.
 */
final class Administrator {
  private static final String EMAIL = "administrator.email";
  private static final String PASSWORD = "administrator.password";
  private static final String ANNOUNCED = "announced";

  private final Secrets secrets;

  Administrator(Secrets secrets) {
    this.secrets = secrets;
  }

  boolean isAnnounced() {
    return secrets.find(ANNOUNCED) != null;
  }

  /** The password to found the site with: the one that was chosen, or a generated one. */
  String of(FirstStart first) {
    secrets.keep(EMAIL, first.email());
    String chosen = first.password();
    return chosen == null ? secrets.password(PASSWORD) : chosen;
  }

  /** As far as it is known still: kept, just chosen, or said again. */
  @Nullable String email(@Nullable FirstStart first, Options options) {
    String kept = secrets.find(EMAIL);
    return kept != null ? kept : first != null ? first.email() : options.value("admin-email");
  }

  @Nullable String password(@Nullable FirstStart first, Options options) {
    String kept = secrets.find(PASSWORD);
    if (kept != null) {
      return kept;
    }
    return first != null ? first.password() : options.value("admin-password");
  }

  /**
   * Two lines of their own, for people and for programs; without the second if the password was
   * chosen by a person.
   */
  void announce(Screen screen) {
    String email = secrets.find(EMAIL);
    String password = secrets.find(PASSWORD);
    if (email != null) {
      screen.say("administrator: " + email);
    }
    if (password != null) {
      screen.say("password: " + password);
    }
    secrets.forget(EMAIL, PASSWORD);
    secrets.keep(ANNOUNCED, "true");
  }
}
