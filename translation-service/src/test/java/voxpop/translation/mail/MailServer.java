package voxpop.translation.mail;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import voxpop.kit.test.Folders;
import voxpop.local.Ports;

/**
 * A mail server: SMTP over real sockets, which demands STARTTLS and a sign-in unless told not to,
 * and refuses what a test says.
 */
public final class MailServer implements AutoCloseable {
  private static final String USER = "voxpop";
  private static final String PASSWORD = "the mail server’s password";

  /** A letter that was taken. */
  public record Taken(String from, List<String> to, MimeMessage message) {
    public String header(String name) {
      try {
        return message.getHeader(name, null);
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** How it is reached. */
  public enum Door {
    STARTTLS,
    TLS,
    PLAIN
  }

  public final List<Taken> taken = new CopyOnWriteArrayList<>();
  public volatile RejectException recipient;
  public volatile RejectException content;
  private final int port = Ports.free();
  private final Door door;
  private final Path authority;
  private final SSLContext tls;
  private SMTPServer server;

  public MailServer(Door door) {
    this.door = door;
    try {
      X509Bundle bundle =
          new CertificateBuilder()
              .subject("CN=localhost")
              .addSanDnsName("localhost")
              .ecp256()
              .notBefore(Instant.now().minusSeconds(3600))
              .notAfter(Instant.now().plusSeconds(3600))
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      authority = Folders.untilTheEnd("voxpop-mail").resolve("authority.pem");
      Files.writeString(authority, bundle.getRootCertificatePEM());
      tls = SSLContext.getInstance("TLS");
      KeyManager[] keys = bundle.toKeyManagerFactory().getKeyManagers();
      tls.init(keys, null, null);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    start();
  }

  public void start() {
    SMTPServer.Builder builder =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .port(port)
            .messageHandlerFactory(Handler::new);
    if (door == Door.STARTTLS) {
      builder.enableTLS().requireTLS().startTlsSocketFactory(tls, false);
    }
    if (door == Door.TLS) builder.serverSocketFactory(tls);
    if (door != Door.PLAIN) {
      builder
          .requireAuth()
          .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(MailServer::signIn));
    }
    server = builder.build();
    server.start();
  }

  private static void signIn(String user, String password, MessageContext context)
      throws LoginFailedException {
    if (!user.equals(USER) || !password.equals(PASSWORD)) throw new LoginFailedException();
  }

  public void stop() {
    server.stop();
  }

  /** What a program that is to use it is told. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("voxpop.mail.host", "localhost");
    settings.put("voxpop.mail.port", String.valueOf(port));
    settings.put(
        "voxpop.mail.security", door == Door.PLAIN ? "none" : door.name().toLowerCase(Locale.ROOT));
    settings.put("voxpop.mail.from", "Die Redaktion <post@blog.example.org>");
    settings.put("voxpop.mail.authority", authority.toString());
    settings.put("voxpop.mail.user", USER);
    settings.put("voxpop.mail.password", PASSWORD);
    return settings;
  }

  private final class Handler implements MessageHandler {
    private final List<String> to = new ArrayList<>();
    private String from;

    Handler(MessageContext context) {}

    @Override
    public void from(String address) {
      from = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
      if (recipient != null) throw recipient;
      to.add(address);
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
      if (content != null) throw content;
      try {
        taken.add(new Taken(from, to, new MimeMessage((Session) null, in)));
      } catch (MessagingException e) {
        throw new IOException(e);
      }
      return null;
    }

    @Override
    public void done() {}
  }

  @Override
  public void close() {
    server.stop();
    try {
      Files.deleteIfExists(authority);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
