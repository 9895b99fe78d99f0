package voxpop.translation.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.translation.mail.MailSettings;

/** Whether mails go out, for administrators. */
@Controller("/api/translations/mail")
class MailController {
  private final MailSettings settings;
  private final DigestRepository digests;

  MailController(MailSettings settings, DigestRepository digests) {
    this.settings = settings;
    this.digests = digests;
  }

  /**
   * How it stands.
   *
   * @param on whether a mail server is set
   * @param sentAt when the last one went out
   * @param failure why another one, that has not gone out yet, failed last: the server's code, or
   *     {@code away}, {@code tls}, {@code sign-in}, {@code lost}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Standing(
      boolean on, @Nullable Instant sentAt, @Nullable String failure, @Nullable Instant failedAt) {}

  @Get
  @Transactional
  Standing show(Caller caller) {
    caller.require(Role.ADMINISTRATOR);
    Digest sent = digests.lastSent().orElse(null);
    Digest failed = digests.lastFailed().orElse(null);
    return new Standing(
        settings.on(),
        sent == null ? null : sent.sentAt(),
        failed == null ? null : failed.failure(),
        failed == null ? null : failed.failedAt());
  }
}
