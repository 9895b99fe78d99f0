package voxpop.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.ServiceTest;

@MicronautTest(transactional = false)
class UuidBytesTest extends ServiceTest {
  @Inject Things things;
  @Inject Clock clock;

  @Test
  void an_identifier_comes_back_as_it_was_stored() {
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
