package voxpop.translation.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * By which server mails go out, {@code VOXPOP_MAIL_…}; without a host none do.
 *
 * @param port 587 unless said otherwise, with {@code tls} 465 (RFC 8314)
 * @param from who sends them, as {@code Voxpop <news@example.org>}
 * @param authority a file in PEM with the authority to trust, for servers that no public one
 *     vouches for
 * @param every at most one digest in this time
 * @param after so long after a sentence went stale it is told: its writer may go on editing
 * @param poll how often it is looked whether there is something to tell
 */
@ConfigurationProperties("voxpop.mail")
public record MailSettings(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String user,
    @Nullable String password,
    @Bindable(defaultValue = "starttls") Security security,
    @Nullable String from,
    @Nullable String authority,
    @Bindable(defaultValue = "24h") Duration every,
    @Bindable(defaultValue = "1h") Duration after,
    @Bindable(defaultValue = "1m") Duration poll) {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_TLS = 465;

  /** How the way to the server is kept secret. */
  public enum Security {
    /** From the first command on that matters; a server that can't is refused. */
    STARTTLS,
    /** From the first byte on. */
    TLS,
    /** Not at all: for a server on the same machine. */
    NONE
  }

  /** Whether mails are sent. */
  public boolean on() {
    return !blank(host);
  }

  int realPort() {
    if (port != null) return port;
    return security == Security.TLS ? SUBMISSION_TLS : SUBMISSION;
  }

  boolean signsIn() {
    return !blank(user);
  }

  static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
