package voxpop.gateway.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import voxpop.kit.version.Version;
import voxpop.kit.version.VersionEndpoint;

/**
 * {@code GET /version} at the door: what runs, for whoever writes to its operator about a fault.
 * Each program tells its own on its management port, whatever is set here.
 */
@Controller
@Requires(property = "voxpop.gateway.tell-version", notEquals = "false")
final class VersionController {
  private final VersionEndpoint version;

  VersionController(VersionEndpoint version) {
    this.version = version;
  }

  @Get("/version")
  Version version() {
    return version.version();
  }
}
