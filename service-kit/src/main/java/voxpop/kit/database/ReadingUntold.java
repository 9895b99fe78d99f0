package voxpop.kit.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * Keeps it from the server that a query only reads: Micronaut Data says so to the connection before
 * and takes it back behind each query of a repository, and the driver would make a round trip of
 * either. By name here, whatever the connection's address says.
 */
@Singleton
@Requires(classes = DatasourceConfiguration.class)
class ReadingUntold implements BeanCreatedEventListener<DatasourceConfiguration> {
  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    event.getBean().addDataSourceProperty("readOnlyPropagatesToServer", "false");
    return event.getBean();
  }
}
