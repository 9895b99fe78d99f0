package voxpop.kit.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;

/**
 * Says by name that the database's password is missing, before the database says that somebody was
 * denied.
 */
@Singleton
@Requires(classes = DatasourceConfiguration.class)
class PasswordThere implements BeanCreatedEventListener<DatasourceConfiguration> {
  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    if (event.getBean().getConfiguredPassword() == null) {
      throw new ConfigurationException(
          "DATASOURCES_DEFAULT_PASSWORD is missing: set it to the password that this service's user"
              + " has at the database.");
    }
    return event.getBean();
  }
}
