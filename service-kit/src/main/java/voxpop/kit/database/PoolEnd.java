package voxpop.kit.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceFactory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.event.BeanPreDestroyEvent;
import io.micronaut.context.event.BeanPreDestroyEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the pool in a time that is known. HikariCP takes leave of each connection, up to half a
 * minute in all where the server doesn't answer any more; a program that ends, and whose requests
 * are done, has nothing left to say to it.
 */
@Singleton
@Requires(classes = {DatasourceFactory.class, DelegatingDataSource.class})
public class PoolEnd
    implements BeanCreatedEventListener<DataSource>,
        BeanPreDestroyEventListener<DatasourceFactory> {
  private static final Logger LOG = LoggerFactory.getLogger(PoolEnd.class);

  /** A server that is there takes milliseconds. */
  private static final Duration WITHIN = Duration.ofSeconds(2);

  private final Queue<HikariDataSource> pools = new ConcurrentLinkedQueue<>();

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    if (DelegatingDataSource.unwrapDataSource(event.getBean()) instanceof HikariDataSource pool) {
      pools.add(pool);
    }
    return event.getBean();
  }

  /** Has a pool that is no bean end with the others. */
  public void add(HikariDataSource pool) {
    pools.add(pool);
  }

  /** What is closed here already, the factory doesn't close again. */
  @Override
  public DatasourceFactory onPreDestroy(BeanPreDestroyEvent<DatasourceFactory> event) {
    Thread closing =
        Thread.ofVirtual().name("pools-end").start(() -> pools.forEach(HikariDataSource::close));
    try {
      if (!closing.join(WITHIN)) {
        LOG.warn("The database doesn't answer: its connections are left as they are.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return event.getBean();
  }
}
