package voxpop.gateway.edge;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import voxpop.kit.outbound.Block;

/**
 * Where a visitor comes from, as the services may know it: the /24 or /48 of the address, hidden
 * under a key that changes every 30 days. The address is the socket's, unless a proxy that the
 * operator trusts says otherwise.
 */
@Singleton
public class Networks {
  private static final long PERIOD_MILLIS = 30L * 24 * 60 * 60 * 1000;

  private final GatewayKey key;
  private final Clock clock;
  private final List<Block> trusted;

  Networks(GatewayKey key, GatewaySettings settings, Clock clock) {
    this.key = key;
    this.clock = clock;
    this.trusted = settings.proxies().stream().map(Block::of).toList();
  }

  /** What goes into {@code Voxpop-Network}. */
  public String of(HttpRequest<?> request) {
    byte[] address = address(request).getAddress();
    byte[] network = Arrays.copyOf(address, address.length == 4 ? 3 : 6);
    return key.hide("network:" + clock.millis() / PERIOD_MILLIS, HexFormat.of().formatHex(network));
  }

  /** The visitor's address; never kept, never logged. */
  InetAddress address(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    List<String> hops =
        request.getHeaders().getAll("X-Forwarded-For").stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .toList();
    // From the nearest hop outwards, as long as the one that tells is trusted.
    for (int i = hops.size() - 1; i >= 0 && trusts(address); i--) {
      var told = Block.literal(hops.get(i).strip());
      if (told.isEmpty()) {
        break;
      }
      address = told.get();
    }
    return address;
  }

  private boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.contains(address));
  }
}
