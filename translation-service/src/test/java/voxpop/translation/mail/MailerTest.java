package voxpop.translation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.RejectException;
import voxpop.translation.mail.MailServer.Door;
import voxpop.translation.mail.Undelivered.Blame;

/** How letters get to the mail server, and what is made of those that it doesn't take. */
class MailerTest {
  private static final Letter LETTER =
      new Letter(
          UUID.fromString("0199aa00-0000-7000-8000-000000000001"),
          "Zoë Ünal",
          "zoe@example.org",
          "Überholt – Test",
          "Grüße\n",
          "<p>Grüße</p>",
          "de",
          Map.of("List-Unsubscribe", "<https://blog.example.org/mail/unsubscribe/t>"));

  private static Mailer mailer(MailServer server, String... other) {
    Map<String, String> all = new HashMap<>(server.settings());
    for (int i = 0; i < other.length; i += 2) all.put("voxpop.mail." + other[i], other[i + 1]);
    String security = all.get("voxpop.mail.security").toUpperCase(Locale.ROOT);
    MailSettings settings =
        new MailSettings(
            all.get("voxpop.mail.host"),
            Integer.valueOf(all.get("voxpop.mail.port")),
            all.get("voxpop.mail.user"),
            all.get("voxpop.mail.password"),
            MailSettings.Security.valueOf(security),
            all.get("voxpop.mail.from"),
            all.get("voxpop.mail.authority"),
            Duration.ofDays(1),
            Duration.ZERO,
            Duration.ofHours(1));
    return new Mailer(settings, Clock.systemUTC());
  }

  private static Undelivered refused(Mailer mailer) {
    return catchThrowableOfType(Undelivered.class, () -> mailer.send(LETTER));
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void a_letter_goes_by_each_way_and_keeps_its_identity(Door door) throws Exception {
    try (MailServer server = new MailServer(door)) {
      Mailer mailer = door == Door.PLAIN ? mailer(server, "user", "") : mailer(server);
      mailer.send(LETTER);
      mailer.send(LETTER);
      assertThat(server.taken)
          .hasSize(2)
          .allSatisfy(
              taken -> {
                assertThat(taken.to()).containsExactly("zoe@example.org");
                assertThat(taken.header("Message-ID"))
                    .isEqualTo("<" + LETTER.id() + "@blog.example.org>");
                assertThat(taken.message().getSubject()).isEqualTo("Überholt – Test");
                assertThat(taken.header("Auto-Submitted")).isEqualTo("auto-generated");
              });
    }
  }

  @Test
  void nothing_is_said_to_a_server_that_nobody_vouches_for() {
    try (MailServer server = new MailServer(Door.STARTTLS);
        MailServer other = new MailServer(Door.TLS)) {
      String stranger = other.settings().get("voxpop.mail.authority");
      for (String authority : new String[] {"", stranger}) {
        Undelivered why = refused(mailer(server, "authority", authority));
        assertThat(why.code()).isEqualTo("tls");
        assertThat(why.known()).isTrue();
      }
      // its certificate is of localhost
      assertThat(refused(mailer(server, "host", "127.0.0.1")).code()).isEqualTo("tls");
      assertThat(server.taken).isEmpty();
    }
  }

  @Test
  void nothing_is_said_in_clear_to_a_server_that_has_lost_its_starttls() {
    try (MailServer server = new MailServer(Door.PLAIN)) {
      assertThat(refused(mailer(server, "security", "starttls")).code()).isEqualTo("tls");
      assertThat(server.taken).isEmpty();
    }
  }

  @Test
  void a_wrong_password_and_a_server_that_is_away_are_nobodys_address() {
    MailServer server = new MailServer(Door.STARTTLS);
    Undelivered wrong = refused(mailer(server, "password", "wrong"));
    assertThat(wrong.code()).isEqualTo("sign-in");
    assertThat(wrong.blame()).isEqualTo(Blame.SERVER);
    server.close();
    Undelivered away = refused(mailer(server, "authority", ""));
    assertThat(away.code()).isEqualTo("away");
    assertThat(away.blame()).isEqualTo(Blame.SERVER);
    assertThat(away.known()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "550, 5.1.1 <zoe@example.org> is unknown, 550 5.1.1, ADDRESS",
    "552, 5.2.2 is full, 552 5.2.2, ADDRESS",
    "550, no such user, 550, ADDRESS",
    "550, 5.7.1 relaying denied, 550 5.7.1, SERVER",
    "451, 4.7.1 come again, 451 4.7.1, SERVER",
    "450, busy, 450, SERVER"
  })
  void what_is_said_of_an_address(int code, String says, String noted, Blame blame) {
    try (MailServer server = new MailServer(Door.STARTTLS)) {
      server.recipient = new RejectException(code, says);
      Undelivered why = refused(mailer(server));
      assertThat(why.code()).isEqualTo(noted).doesNotContain("@");
      assertThat(why.blame()).isEqualTo(blame);
      assertThat(why.known()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"554, 5.6.0 spam, 554 5.6.0, LETTER", "452, 4.3.1 full, 452 4.3.1, SERVER"})
  void what_is_said_of_a_letter(int code, String says, String noted, Blame blame) {
    try (MailServer server = new MailServer(Door.STARTTLS)) {
      server.content = new RejectException(code, says);
      Undelivered why = refused(mailer(server));
      assertThat(why.code()).isEqualTo(noted);
      assertThat(why.blame()).isEqualTo(blame);
    }
  }

  @ParameterizedTest
  @CsvSource({"from,''", "from,nobody", "authority,/nowhere/at.all"})
  void a_setting_that_cannot_be_stops_the_start_and_is_named(String setting, String value) {
    try (MailServer server = new MailServer(Door.PLAIN)) {
      assertThatThrownBy(() -> mailer(server, setting, value))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("VOXPOP_MAIL_" + setting.toUpperCase(Locale.ROOT));
    }
  }
}
