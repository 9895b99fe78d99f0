package voxpop.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  private final PublicAddresses addresses = new PublicAddresses(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "3fff::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::192.168.0.1",
        "64:ff9b:1::808:808",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "2002:a9fe:a9fe::"
      })
  void what_is_not_out_in_the_world(String address) throws UnknownHostException {
    assertThat(addresses.contain(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "11.0.0.1",
        "100.128.0.1",
        "169.253.0.1",
        "2606:4700::1111",
        "2a00:1450::1",
        "64:ff9b::808:808",
        "2002:808:808::1",
        "::ffff:8.8.8.8"
      })
  void what_is(String address) throws UnknownHostException {
    assertThat(addresses.contain(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void a_mapped_address_that_stays_ipv6_counts_as_what_it_stands_for() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 127;
    mapped[15] = 1;
    assertThat(addresses.contain(Inet6Address.getByAddress(null, mapped, 0))).isFalse();
  }

  @Test
  void an_operator_may_open_more() throws UnknownHostException {
    var opened = new PublicAddresses(List.of("127.0.0.1/32", " fd00::/8 "));
    assertThat(opened.contain(InetAddress.getByName("127.0.0.1"))).isTrue();
    assertThat(opened.contain(InetAddress.getByName("127.0.0.2"))).isFalse();
    assertThat(opened.contain(InetAddress.getByName("fd00::1"))).isTrue();
  }
}
