package voxpop.translation.segment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The hash of a source sentence, blind to what changes nothing for its translation: white space,
 * the style of quotation marks, inline tags and where links lead.
 */
public final class Fingerprint {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern QUOTE =
      Pattern.compile(" ?(?:[\"'`´\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c-\u300f]|&quot;)+ ?");

  private Fingerprint() {}

  public static String of(Kind kind, String text) {
    String plain = kind.markup() ? Markup.parse(text).text() : text;
    String normal = SPACE.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll(" ");
    return sha256(QUOTE.matcher(normal.strip()).replaceAll("\""));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }
}
