package voxpop.kit.database;

import io.micronaut.context.annotation.Requires;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Lets the release before start on a database that a newer one has migrated: it finds migrations in
 * the history that it doesn't know, between its own ones too, because kit and packages number
 * theirs in ranges. It works with them, for each migration leaves the release before working.
 */
@Singleton
@Requires(classes = FlywayConfigurationCustomizer.class)
@Named("default")
class WayBack implements FlywayConfigurationCustomizer {
  @Override
  public void customizeFluentConfiguration(FluentConfiguration configuration) {
    configuration
        .outOfOrder(true)
        .ignoreMigrationPatterns("*:missing", "*:future")
        .callbacks(new FailureForgotten())
        .dataSource(new PatientConnections(configuration.getDataSource()));
  }

  @Override
  public String getName() {
    return "default";
  }
}
