package voxpop.kit.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.discovery.DiscoveryClient;
import io.micronaut.discovery.ServiceInstance;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

class ConsulOrFixedTest {
  private static final ServiceInstance FIXED = instance("http://fixed:8081");
  private static final ServiceInstance FOUND = instance("http://10.1.2.3:8081");
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void consul_s_word_counts_where_it_has_one() {
    assertThat(chosen(Mono.just(List.of(FOUND)))).isEqualTo(FOUND);
  }

  @Test
  void the_fixed_address_serves_where_consul_knows_nobody() {
    assertThat(chosen(Mono.just(List.of()))).isEqualTo(FIXED);
  }

  @Test
  void the_fixed_address_serves_while_the_agent_is_away_or_silent() {
    assertThat(chosen(Mono.error(new java.net.ConnectException()))).isEqualTo(FIXED);
    assertThat(chosen(Mono.never())).isEqualTo(FIXED);
  }

  @Test
  void an_agent_that_is_away_is_not_asked_at_every_call() {
    ConsulOrFixed balancer = balancer(Mono.error(new java.net.ConnectException()));
    for (int i = 0; i < 5; i++) {
      assertThat(Mono.from(balancer.select(null)).block()).isEqualTo(FIXED);
    }
    assertThat(asked).hasValue(1);
  }

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

  private ServiceInstance chosen(Mono<List<ServiceInstance>> answer) {
    return Mono.from(balancer(answer).select(null)).block();
  }

  private ConsulOrFixed balancer(Mono<List<ServiceInstance>> answer) {
    DiscoveryClient discovery =
        new DiscoveryClient() {
          @Override
          public String getDescription() {
            return "test";
          }

          @Override
          public Publisher<List<ServiceInstance>> getInstances(String id) {
            asked.incrementAndGet();
            return answer;
          }

          @Override
          public Publisher<List<String>> getServiceIds() {
            return Mono.just(List.of());
          }

          @Override
          public void close() {}
        };
    return new ConsulOrFixed("article-service", discovery, List.of(FIXED));
  }

  private static ServiceInstance instance(String address) {
    return ServiceInstance.of("article-service", URI.create(address));
  }
}
