package voxpop.kit.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.ServiceTest;

@MicronautTest(transactional = false)
class UuidBytesTest extends ServiceTest {
  @Inject Things things;
  @Inject Clock clock;
  @Inject DataSource database;

  @Test
  void an_identifier_comes_back_as_it_was_stored() {
    // whole seconds: MariaDB 10.11 is taken for a 5.5, which has no others
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Thing thing = new Thing(Ids.next(), "one", 1, now);
    things.save(thing);

    assertThat(things.findById(thing.id())).contains(thing);
  }

  @Test
  void a_time_comes_back_to_the_microsecond() throws Exception {
    try (Connection connection = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
      assumeThat(connection.getMetaData().getDatabaseProductVersion()).doesNotStartWith("5.5.5-");
    }
    Thing thing = new Thing(Ids.next(), "one", 1, clock.instant());
    things.save(thing);

    assertThat(things.findById(thing.id())).contains(thing);
  }

  @Test
  void a_keyset_cursor_pages_through_rows_of_one_instant() {
    Instant at = Instant.parse("2026-01-01T00:00:00.123456Z");
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(Ids.next());
      things.save(new Thing(ids.getLast(), "same", i, at));
    }

    List<Thing> page = things.before(at, ids.get(4));

    assertThat(page).extracting(Thing::id).containsExactly(ids.get(3), ids.get(2));
  }

  @Test
  void identifiers_grow_with_time() {
    UUID earlier = Ids.next();
    UUID later = Ids.next();

    assertThat(earlier.version()).isEqualTo(7);
    assertThat(java.util.Arrays.compareUnsigned(UuidBytes.bytes(later), UuidBytes.bytes(earlier)))
        .isPositive();
  }
}
