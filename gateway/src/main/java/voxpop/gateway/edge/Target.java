package voxpop.gateway.edge;

import java.util.BitSet;
import java.util.HexFormat;

/**
 * The address in a request's first line as RFC 3986 has it. A percent sign that escapes nothing,
 * and characters that should have been escaped, are; so that what somebody mistyped is looked for
 * and not found, rather than not understood.
 */
final class Target {
  private static final BitSet ALLOWED = allowed();

  private Target() {}

  /** The same object if nothing is wrong with it: there is one for each request. */
  static String mended(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (!stands(target, i)) {
        return mended(target, i);
      }
    }
    return target;
  }

  private static String mended(String target, int from) {
    StringBuilder mended = new StringBuilder(target.length() + 8).append(target, 0, from);
    for (int i = from; i < target.length(); i++) {
      char c = target.charAt(i);
      if (stands(target, i)) {
        mended.append(c);
      } else {
        // the codec makes one character of each byte
        mended.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      }
    }
    return mended.toString();
  }

  private static boolean stands(String target, int at) {
    char c = target.charAt(at);
    return c == '%'
        ? at + 2 < target.length()
            && HexFormat.isHexDigit(target.charAt(at + 1))
            && HexFormat.isHexDigit(target.charAt(at + 2))
        : ALLOWED.get(c);
  }

  private static BitSet allowed() {
    BitSet allowed = new BitSet(128);
    allowed.set('a', 'z' + 1);
    allowed.set('A', 'Z' + 1);
    allowed.set('0', '9' + 1);
    "-._~:/?@!$&'()*+,;=".chars().forEach(allowed::set);
    return allowed;
  }
}
