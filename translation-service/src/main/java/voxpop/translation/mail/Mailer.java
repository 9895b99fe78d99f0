package voxpop.translation.mail;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands letters to the mail server, one connection each: there are a few a day. */
@Singleton
public class Mailer {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** In milliseconds: to connect; for each answer and each piece of what is said. */
  private static final String CONNECT = "10000";

  private static final String ANSWER = "30000";

  private final MailSettings settings;
  private final Clock clock;
  private final InternetAddress from;
  private final Session session;

  /**
   * @throws ConfigurationException if a setting is missing or can't be; the message names it
   */
  Mailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.from = settings.on() ? from(settings) : new InternetAddress();
    this.session = Session.getInstance(settings.on() ? properties(settings) : new Properties());
  }

  private static InternetAddress from(MailSettings settings) {
    try {
      InternetAddress[] found =
          InternetAddress.parse(settings.from() == null ? "" : settings.from(), true);
      if (found.length == 1) {
        found[0].validate();
        String name = found[0].getPersonal();
        return new InternetAddress(found[0].getAddress(), name, UTF_8);
      }
    } catch (AddressException | UnsupportedEncodingException e) {
      throw noSender(e);
    }
    throw noSender(null);
  }

  private static ConfigurationException noSender(@Nullable Exception e) {
    return new ConfigurationException(
        "VOXPOP_MAIL_FROM is missing or no e-mail address: say who sends the mails, as Voxpop"
            + " <news@example.org>, or leave out VOXPOP_MAIL_HOST to send none.",
        e);
  }

  private static Properties properties(MailSettings settings) {
    Properties all = new Properties();
    all.putAll(
        Map.of(
            "mail.smtp.connectiontimeout", CONNECT,
            "mail.smtp.timeout", ANSWER,
            "mail.smtp.writetimeout", ANSWER,
            "mail.smtp.auth", String.valueOf(settings.signsIn()),
            "mail.smtp.ssl.checkserveridentity", "true"));
    switch (settings.security()) {
      case STARTTLS -> {
        all.put("mail.smtp.starttls.enable", "true");
        all.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> all.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    String authority = settings.authority();
    if (authority != null && !authority.isBlank()) {
      all.put("mail.smtp.ssl.socketFactory", Authority.of(authority));
    }
    return all;
  }

  /**
   * Sends a letter. When this returns, the server has taken it.
   *
   * @throws Undelivered if it has not, or may not have
   */
  public void send(Letter letter) throws Undelivered {
    Transport transport;
    MimeMessage message;
    try {
      message = message(letter);
      transport = session.getTransport("smtp");
      transport.connect(settings.host(), settings.realPort(), settings.user(), settings.password());
    } catch (MessagingException e) {
      throw Undelivered.untold(e);
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw Undelivered.of(e);
    } finally {
      leave(transport);
    }
  }

  /** What goes wrong after the letter was taken takes nothing back. */
  private static void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException ignored) {
      // the server closes it
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    MimeMessage message = new Identified(session, letter.id(), from);
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, new Address[] {to(letter)});
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", letter.language());
    // nobody's holiday answers it (RFC 3834)
    message.setHeader("Auto-Submitted", "auto-generated");
    for (var header : letter.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    message.setContent(
        new MimeMultipart(
            "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    message.saveChanges();
    return message;
  }

  private static InternetAddress to(Letter letter) throws MessagingException {
    try {
      return new InternetAddress(letter.address(), letter.name(), UTF_8);
    } catch (UnsupportedEncodingException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, kind);
    return part;
  }

  /** A message that keeps its identity, however often it is made. */
  private static final class Identified extends MimeMessage {
    private final String identity;

    Identified(Session session, UUID id, InternetAddress from) {
      super(session);
      String address = from.getAddress();
      this.identity = "<" + id + address.substring(address.lastIndexOf('@')) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", identity);
    }
  }
}
