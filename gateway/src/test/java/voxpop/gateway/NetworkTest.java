package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where a visitor comes from, as services may know it. */
class NetworkTest {
  private static House house;
  private static Browser plain;
  private static Browser behindProxies;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on("GET /api/articles", "{}");
    plain = house.gateway();
    behindProxies = house.gateway("voxpop.gateway.trusted-proxies", "127.0.0.0/8,10.1.0.0/16");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String network(Browser browser, String forwarded) {
    browser.get(
        "/api/articles",
        forwarded == null ? new String[0] : new String[] {"X-Forwarded-For", forwarded});
    return house.articles.asked("/api/articles").getLast().header("voxpop-network");
  }

  @Test
  void nobody_is_believed_by_default() {
    assertThat(network(plain, "203.0.113.9")).isEqualTo(network(plain, null));
  }

  @Test
  void a_trusted_proxy_is_believed_about_the_hop_before_it_and_no_further() {
    String there = network(behindProxies, "203.0.113.9");
    assertThat(there).isNotEqualTo(network(behindProxies, null));
    assertThat(network(behindProxies, "198.51.100.1, 203.0.113.9")).isEqualTo(there);
    assertThat(network(behindProxies, "203.0.113.9, 10.1.2.3")).isEqualTo(there);
    assertThat(network(behindProxies, "203.0.113.9, rubbish"))
        .isEqualTo(network(behindProxies, null));
  }

  @Test
  void neighbours_are_one_network_and_others_are_not() {
    assertThat(network(behindProxies, "203.0.113.200"))
        .isEqualTo(network(behindProxies, "203.0.113.9"));
    assertThat(network(behindProxies, "203.0.114.9"))
        .isNotEqualTo(network(behindProxies, "203.0.113.9"));
    assertThat(network(behindProxies, "2001:db8:1:2::3"))
        .isEqualTo(network(behindProxies, "2001:db8:1:ffff::9"));
    assertThat(network(behindProxies, "::ffff:203.0.113.7"))
        .isEqualTo(network(behindProxies, "203.0.113.9"));
    Set<String> different = new HashSet<>();
    for (String address :
        new String[] {"203.0.113.9", "2001:db8:1::", "2001:db8:2::", "192.0.2.1"}) {
      different.add(network(behindProxies, address));
    }
    assertThat(different).hasSize(4);
  }
}
