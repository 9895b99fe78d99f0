package voxpop.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.kit.test.OpenApi;

class RouteTest {
  @ParameterizedTest
  @ValueSource(strings = {"article-service", "comment-service", "translation-service"})
  void what_a_service_describes_is_sent_to_it(String service) {
    assertThat(OpenApi.of(service).operations())
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(Route.of(operation.path()).map(Route::service)).contains(service));
  }

  @Test
  void what_the_gateway_describes_is_sent_to_nobody() {
    assertThat(OpenApi.of("gateway").operations())
        .isNotEmpty()
        .allSatisfy(operation -> assertThat(Route.of(operation.path())).isEmpty());
  }
}
