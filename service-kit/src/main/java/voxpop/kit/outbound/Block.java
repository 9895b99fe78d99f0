package voxpop.kit.outbound;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of addresses in CIDR notation (RFC 4632, RFC 4291). */
public record Block(InetAddress network, int bits) {

  // Names are never looked up: what looks like one is no address.
  private static final Pattern LITERAL =
      Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * Reads one; an address alone is a block of one.
   *
   * @throws ConfigurationException naming what is no block
   */
  public static Block of(String cidr) {
    int slash = cidr.indexOf('/');
    String address = slash < 0 ? cidr : cidr.substring(0, slash);
    InetAddress network =
        literal(address)
            .orElseThrow(() -> new ConfigurationException("No block of addresses: " + cidr));
    int all = network.getAddress().length * 8;
    try {
      int bits = slash < 0 ? all : Integer.parseInt(cidr.substring(slash + 1));
      if (bits >= 0 && bits <= all) {
        return new Block(network, bits);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new ConfigurationException("No block of addresses: " + cidr);
  }

  /** Whether an address lies in it; of the other family none does. */
  public boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** An address as it is written, never a name: nothing is looked up. */
  public static Optional<InetAddress> literal(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
