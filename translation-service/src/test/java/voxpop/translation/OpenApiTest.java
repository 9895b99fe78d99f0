package voxpop.translation;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Routes;

@MicronautTest(transactional = false)
class OpenApiTest extends WorkshopTest {
  @Inject Router router;

  @Test
  void the_document_has_each_route_and_no_other() {
    Routes.agree(router);
  }
}
