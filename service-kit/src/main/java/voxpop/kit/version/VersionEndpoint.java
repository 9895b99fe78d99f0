package voxpop.kit.version;

import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.runtime.ApplicationConfiguration;

/** {@code GET /version} on the management port. */
@Endpoint(id = "version", defaultSensitive = false)
public class VersionEndpoint {
  private final Version version;

  VersionEndpoint(ApplicationConfiguration application) {
    version = Version.of(application.getName().orElse(""));
  }

  /** What runs here. */
  @Read
  public Version version() {
    return version;
  }
}
