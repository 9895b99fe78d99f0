package voxpop.translation.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * A letter that the server did not take. What it said is not repeated: there are addresses in it.
 */
public final class Undelivered extends Exception {
  private static final long serialVersionUID = 1;

  /** The server's code, with the enhanced one of RFC 3463 where it gives one. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\s*([45]\\d\\d)(?:[ -]([45]\\.\\d{1,3}\\.\\d{1,3}))?(?!\\S).*", Pattern.DOTALL);

  /** Whose fault it is. */
  public enum Blame {
    /** There is no such address: a permanent refusal of it. */
    ADDRESS,
    /** The server doesn't take this letter: a permanent refusal of what is in it. */
    LETTER,
    /** All else; it may go the next time. */
    SERVER
  }

  private final Blame blame;
  private final boolean known;

  private Undelivered(String code, Blame blame, boolean known, @Nullable Throwable cause) {
    super(code, cause);
    this.blame = blame;
    this.known = known;
  }

  /**
   * A code of SMTP, as {@code 550 5.1.1}; else {@code away}, {@code tls}, {@code sign-in} or {@code
   * lost}.
   */
  public String code() {
    return String.valueOf(getMessage());
  }

  public Blame blame() {
    return blame;
  }

  /** Whether it surely was not delivered; if not, the answer of the server was lost. */
  public boolean known() {
    return known;
  }

  static Undelivered of(MessagingException failure) {
    for (Throwable e = failure; e != null; e = next(e)) {
      if (e instanceof SMTPAddressFailedException address) return address(address, failure);
    }
    for (Throwable e = failure; e != null; e = next(e)) {
      if (e instanceof SMTPSendFailedException send) return send(send, failure);
      if (e instanceof AuthenticationFailedException) {
        return new Undelivered("sign-in", Blame.SERVER, true, failure);
      }
      if (e instanceof MailConnectException) {
        return new Undelivered("away", Blame.SERVER, true, failure);
      }
    }
    return new Undelivered("lost", Blame.SERVER, false, failure);
  }

  /** Before anything was said to a server that can be trusted. */
  static Undelivered untold(MessagingException failure) {
    for (Throwable e = failure; e != null; e = next(e)) {
      boolean demanded = String.valueOf(e.getMessage()).contains("STARTTLS is required");
      if (demanded || e instanceof SSLException) {
        return new Undelivered("tls", Blame.SERVER, true, failure);
      }
    }
    Undelivered told = of(failure);
    return told.known() ? told : new Undelivered("away", Blame.SERVER, true, failure);
  }

  /** A refusal for reasons of policy (5.7.x: sign in first, not from you) is not the address's. */
  private static Undelivered address(SMTPAddressFailedException e, MessagingException failure) {
    String code = code(e.getReturnCode(), e.getMessage());
    boolean permanent = e.getReturnCode() / 100 == 5 && !code.contains(" 5.7.");
    return new Undelivered(code, permanent ? Blame.ADDRESS : Blame.SERVER, true, failure);
  }

  private static Undelivered send(SMTPSendFailedException e, MessagingException failure) {
    if (e.getReturnCode() < 0) return new Undelivered("lost", Blame.SERVER, false, failure);
    String command = e.getCommand() == null ? "" : e.getCommand().toUpperCase(Locale.ROOT);
    boolean letter = e.getReturnCode() / 100 == 5 && !command.startsWith("MAIL");
    String code = code(e.getReturnCode(), e.getMessage());
    return new Undelivered(code, letter ? Blame.LETTER : Blame.SERVER, true, failure);
  }

  private static String code(int number, @Nullable String said) {
    Matcher matcher = CODE.matcher(said == null ? "" : said);
    if (!matcher.matches() || matcher.group(2) == null) return String.valueOf(number);
    return matcher.group(1) + " " + matcher.group(2);
  }

  private static @Nullable Throwable next(Throwable e) {
    return e instanceof MessagingException m && m.getNextException() != null
        ? m.getNextException()
        : e.getCause() == e ? null : e.getCause();
  }
}
