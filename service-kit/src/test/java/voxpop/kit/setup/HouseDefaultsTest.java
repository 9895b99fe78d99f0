package voxpop.kit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseDefaultsTest {
  @Test
  void with_consul_an_address_is_only_what_to_fall_back_on() {
    Map<String, String> environment =
        Map.of(
            "CONSUL_CLIENT_ENABLED",
            "true",
            "VOXPOP_ADDRESS_ARTICLE_SERVICE",
            "http://article-service:8081");
    assertThat(HouseDefaults.addresses(environment))
        .containsOnlyKeys("voxpop.fixed-address.article-service");
  }
}
