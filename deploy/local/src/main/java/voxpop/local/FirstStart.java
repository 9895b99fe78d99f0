package voxpop.local;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the site and its administrator are made from, once: given, asked on a terminal, or a
 * default.
 *
 * @param password null if one is to be generated
 */
record FirstStart(
    String name,
    String address,
    String language,
    List<String> languages,
    String timeZone,
    String email,
    String displayName,
    @Nullable String password) {

  /** As the account's own rule has it. */
  private static final int SHORTEST_PASSWORD = 8;

  private static final String LANGUAGES = "de,en,es,fr,fi,tr";

  /**
   * @param person null if there is nobody to ask
   */
  static FirstStart from(Options options, Questions.@Nullable Person person) {
    Questions questions = new Questions(options, person);
    int port = options.port();
    String name =
        questions.ask(
            "site-name",
            "Name of the site",
            "Voxpop",
            value -> !value.isBlank(),
            "cannot be empty");
    String address =
        questions.ask(
            "site-address",
            "Its address, as readers type it",
            "http://localhost" + (port == 80 ? "" : ":" + port),
            Options::isSiteAddress,
            "is no address such as https://example.org, without a path or a slash at the end");
    String language =
        questions.ask(
            "site-language",
            "Its language",
            "de",
            FirstStart::isLanguage,
            "is no language tag such as de or pt-BR");
    String languages =
        questions.ask(
            "site-languages",
            "All languages that readers can choose",
            LANGUAGES,
            value ->
                words(value).stream().allMatch(FirstStart::isLanguage)
                    && words(value).contains(language),
            "is no list of language tags with " + language + " among them, such as " + LANGUAGES);
    String zone =
        questions.ask(
            "time-zone",
            "Time zone",
            ZoneId.systemDefault().getId(),
            FirstStart::isZone,
            "is no time zone such as Europe/Berlin");
    String email =
        questions.ask(
            "admin-email",
            "E-mail address of the administrator, for signing in",
            "admin@localhost",
            value -> value.matches("[^@\\s]+@[^@\\s]+"),
            "is no e-mail address");
    String displayName =
        questions.ask(
            "admin-name",
            "Name of the administrator, as readers see it",
            "Administrator",
            value -> !value.isBlank(),
            "cannot be empty");
    String password =
        questions.ask(
            "admin-password",
            "Password of the administrator (empty: one is made for you)",
            "",
            value -> value.isEmpty() || value.length() >= SHORTEST_PASSWORD,
            "is too short: " + SHORTEST_PASSWORD + " characters are the least");
    return new FirstStart(
        name,
        address,
        language,
        words(languages),
        zone,
        email,
        displayName,
        password.isEmpty() ? null : password);
  }

  /** For article-service, which uses it while its database has no site. */
  Map<String, String> environment(String password) {
    return Map.of(
        "VOXPOP_SITE_NAME", name,
        "VOXPOP_SITE_ADDRESS", address,
        "VOXPOP_SITE_LANGUAGE", language,
        "VOXPOP_SITE_LANGUAGES", String.join(",", languages),
        "VOXPOP_SITE_TIME_ZONE", timeZone,
        "VOXPOP_ADMIN_EMAIL", email,
        "VOXPOP_ADMIN_NAME", displayName,
        "VOXPOP_ADMIN_PASSWORD", password);
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split("[,\\s]+")).filter(word -> !word.isEmpty()).distinct().toList();
  }

  private static boolean isLanguage(String tag) {
    try {
      return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
          && !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
