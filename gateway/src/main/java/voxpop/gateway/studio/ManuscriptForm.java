package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the editor, as typed.
 *
 * @param kind post or page; it stays what it was when the article was made
 * @param etag of the revision that was being edited; none for a new article
 * @param at when to publish, in the site's time zone, without a zone as browsers send it
 * @param act what the button said: save, publish, schedule or withdraw
 */
@Serdeable
public record ManuscriptForm(
    @Nullable String title,
    @Nullable String body,
    @Nullable String format,
    @Nullable String language,
    @Nullable String topics,
    @Nullable String summary,
    @Nullable String slug,
    @Nullable String comments,
    @Nullable String kind,
    @Nullable String etag,
    @Nullable String at,
    @Nullable String correction,
    @Nullable String act,
    @Nullable String token) {

  static ManuscriptForm blank(String language, boolean page) {
    return new ManuscriptForm(
        "",
        "",
        "markdown",
        language,
        "",
        "",
        "",
        page ? "closed" : null,
        page ? "page" : null,
        null,
        null,
        null,
        null,
        null);
  }

  static ManuscriptForm of(Written written, @Nullable String etag) {
    return new ManuscriptForm(
        written.title(),
        written.body(),
        written.format(),
        written.language(),
        String.join(", ", written.topics()),
        written.summary(),
        written.slug(),
        written.comments(),
        written.kind(),
        etag,
        null,
        null,
        null,
        null);
  }

  /** An earlier text, to be saved over the newest. */
  ManuscriptForm with(Revision earlier) {
    return new ManuscriptForm(
        earlier.title(),
        earlier.body(),
        earlier.format(),
        language,
        String.join(", ", earlier.topics()),
        earlier.summary(),
        slug,
        comments,
        kind,
        etag,
        null,
        null,
        null,
        null);
  }

  ManuscriptForm over(@Nullable String newest) {
    return new ManuscriptForm(
        title,
        body,
        format,
        language,
        topics,
        summary,
        slug,
        comments,
        kind,
        newest,
        at,
        correction,
        null,
        null);
  }

  Manuscripts.Text text() {
    return new Manuscripts.Text(
        orEmpty(language),
        orEmpty(title).strip(),
        orEmpty(body),
        format == null ? "markdown" : format,
        topicList(),
        blankToNull(summary),
        blankToNull(slug),
        blankToNull(comments),
        blankToNull(kind));
  }

  public boolean isPage() {
    return "page".equals(kind);
  }

  boolean acts(String what) {
    return what.equals(act);
  }

  boolean corrects() {
    return correction != null;
  }

  /**
   * @throws DateTimeParseException for what no browser sends
   */
  @Nullable Instant moment(String zone) {
    return at == null || at.isBlank()
        ? null
        : LocalDateTime.parse(at.strip()).atZone(ZoneId.of(zone)).toInstant();
  }

  private List<String> topicList() {
    return Arrays.stream(orEmpty(topics).split(",", -1))
        .map(String::strip)
        .filter(topic -> !topic.isEmpty())
        .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.replace("\r\n", "\n"); // forms send lines as RFC 822 did
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : orEmpty(text).strip();
  }
}
