package voxpop.kit.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.discovery.DiscoveryClient;
import io.micronaut.discovery.ServiceInstance;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

class RotationTest {
  private static final ServiceInstance FIXED = place("http://fixed:8081");
  private static final ServiceInstance FOUND = place("http://10.1.2.3:8081");
  private static final ServiceInstance OTHER = place("http://10.1.2.4:8081");
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Mono<List<ServiceInstance>> consul = Mono.just(List.of());
  private final Rotations rotations = new Rotations();

  private Rotation rotation(ServiceInstance... fixed) {
    DiscoveryClient discovery =
        new DiscoveryClient() {
          @Override
          public String getDescription() {
            return "test";
          }

          @Override
          public Publisher<List<ServiceInstance>> getInstances(String id) {
            asked.incrementAndGet();
            return consul;
          }

          @Override
          public Publisher<List<String>> getServiceIds() {
            return Mono.just(List.of());
          }

          @Override
          public void close() {}
        };
    return rotations.found("article-service", discovery, List.of(fixed));
  }

  private static ServiceInstance chosen(Rotation rotation) {
    return Mono.from(rotation.select(null)).block();
  }

  private static Set<ServiceInstance> chosenInTurn(Rotation rotation) {
    return IntStream.range(0, 10).mapToObj(i -> chosen(rotation)).collect(Collectors.toSet());
  }

  @Test
  void consul_s_word_counts_where_it_has_one() {
    consul = Mono.just(List.of(FOUND, OTHER));
    assertThat(chosenInTurn(rotation(FIXED))).containsExactlyInAnyOrder(FOUND, OTHER);
  }

  @Test
  void the_fixed_address_serves_where_consul_knows_nobody() {
    assertThat(chosen(rotation(FIXED))).isEqualTo(FIXED);
  }

  @Test
  void the_fixed_address_serves_while_the_agent_is_away_or_silent() {
    consul = Mono.error(new java.net.ConnectException());
    assertThat(chosen(rotation(FIXED))).isEqualTo(FIXED);
    consul = Mono.never();
    assertThat(chosen(rotation(FIXED))).isEqualTo(FIXED);
  }

  @Test
  void an_agent_that_is_away_is_not_asked_at_every_call() {
    consul = Mono.error(new java.net.ConnectException());
    Rotation rotation = rotation(FIXED);
    assertThat(chosenInTurn(rotation)).containsExactly(FIXED);
    assertThat(asked).hasValue(1);
  }

  @Test
  void known_instances_stay_known_while_consul_is_away_or_has_forgotten_them() {
    consul = Mono.just(List.of(FOUND));
    Rotation rotation = rotation();
    assertThat(chosen(rotation)).isEqualTo(FOUND);
    for (Mono<List<ServiceInstance>> outage :
        List.of(
            Mono.<List<ServiceInstance>>error(new java.net.ConnectException()),
            Mono.<List<ServiceInstance>>just(List.of()))) {
      consul = outage;
      int before = asked.get();
      await().untilAsserted(() -> assertThat(ticked(rotation)).hasValueGreaterThan(before));
      assertThat(chosen(rotation)).isEqualTo(FOUND);
    }
    consul = Mono.just(List.of(OTHER));
    await().until(() -> ticked(rotation).get() > 0 && chosen(rotation).equals(OTHER));
  }

  @Test
  void an_instance_that_takes_no_connection_gets_no_calls_for_a_while() {
    Rotation rotation = rotations.fixed("article-service", List.of(FOUND, OTHER));
    refuse(rotation.at(FOUND.getURI()));
    assertThat(chosenInTurn(rotation)).containsExactly(OTHER);
    assertThat(rotations.of("article-service")).isEqualTo(new Rotations.Sight(2, 1));
  }

  @Test
  void who_is_alone_is_called_whatever_was_seen_of_it() {
    Rotation rotation = rotations.fixed("article-service", List.of(FOUND));
    refuse(rotation.at(FOUND.getURI()));
    assertThat(chosen(rotation)).isEqualTo(FOUND);
  }

  @Test
  void who_is_new_is_found_at_once_when_nobody_else_takes_a_connection() {
    consul = Mono.just(List.of(FOUND));
    Rotation rotation = rotation();
    assertThat(chosen(rotation)).isEqualTo(FOUND);
    consul = Mono.just(List.of(FOUND, OTHER));
    refuse(rotation.at(FOUND.getURI()));
    assertThat(chosen(rotation)).isEqualTo(OTHER);
  }

  private static void refuse(Instance instance) {
    Call call = Call.of(HttpRequest.GET("/"), System.nanoTime());
    instance.begin(call);
    instance.refused(call);
  }

  private AtomicInteger ticked(Rotation rotation) {
    rotation.tick();
    return asked;
  }

  private static ServiceInstance place(String address) {
    return ServiceInstance.of("article-service", URI.create(address));
  }
}
