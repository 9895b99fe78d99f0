package voxpop.kit.outbound;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are out in the world: those that IANA's registries of special-purpose addresses
 * (RFC 6890) don't give to anything else. An IPv6 address that stands for an IPv4 one (mapped,
 * NAT64, 6to4) counts as that.
 */
@Singleton
class PublicAddresses {
  private static final List<Block> SPECIAL =
      blocks(
          "0.0.0.0/8", // this host
          "10.0.0.0/8", // private, RFC 1918
          "100.64.0.0/10", // shared by carriers, RFC 6598
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local; clouds tell their secrets there
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays, given up
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved, broadcast
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  /** All that is given out of IPv6 for use in the world: not loopback, link-local, unique local. */
  private static final Block GLOBAL = Block.of("2000::/3");

  private static final Block NAT64 = Block.of("64:ff9b::/96");
  private static final Block SIX_TO_FOUR = Block.of("2002::/16");

  private final List<Block> allowed;

  /**
   * @param allowed blocks that an operator opens all the same, as for a service of his own
   */
  PublicAddresses(@Value("${voxpop.outbound.allowed:}") List<String> allowed) {
    this.allowed =
        allowed.stream()
            .filter(block -> !block.isBlank())
            .map(String::strip)
            .map(Block::of)
            .toList();
  }

  boolean contain(InetAddress address) {
    if (allowed.stream().anyMatch(block -> block.contains(address))) {
      return true;
    }
    byte[] bytes = address.getAddress();
    if (bytes.length == 16) {
      if (NAT64.contains(address)) {
        return contain(embedded(bytes, 12));
      }
      if (SIX_TO_FOUR.contains(address)) {
        return contain(embedded(bytes, 2));
      }
      if (mapped(bytes)) {
        return contain(embedded(bytes, 12));
      }
      if (!GLOBAL.contains(address)) {
        return false;
      }
    }
    return SPECIAL.stream().noneMatch(block -> block.contains(address));
  }

  /** {@code ::ffff:0:0/96}; Java makes IPv4 of most of them itself. */
  private static boolean mapped(byte[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == -1 && bytes[11] == -1;
  }

  private static InetAddress embedded(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static List<Block> blocks(String... cidrs) {
    return Arrays.stream(cidrs).map(Block::of).toList();
  }
}
