package voxpop.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StretchTest {
  /** Knows what is large and what is small; anything else is nothing to it. */
  private static final ChangeHandler HANDLER =
      new ChangeHandler() {
        @Override
        public String source() {
          return "test";
        }

        @Override
        public boolean concerns(Change change) {
          return !change.type().equals("other");
        }

        @Override
        public boolean isSmall(Change change) {
          return change.type().equals("small");
        }

        @Override
        public void apply(Change change) {}
      };

  /** As {@code from-to: subjects}; each change's subject and position is its place. */
  private static List<String> stretches(String... types) {
    var changes = new java.util.ArrayList<Change>();
    for (String type : types) {
      String place = Integer.toString(changes.size() + 1);
      changes.add(Change.of(place, "test", type, Instant.EPOCH, place, false, Map.of()));
    }
    return Stretch.of("0", changes, HANDLER).stream()
        .map(
            one ->
                one.from()
                    + "-"
                    + one.to()
                    + ": "
                    + String.join("", one.changes().stream().map(Change::subject).toList()))
        .toList();
  }

  @Test
  void nothing_read_is_nothing_to_do() {
    assertThat(stretches()).isEmpty();
  }

  @Test
  void large_ones_have_a_transaction_each() {
    assertThat(stretches("large", "large")).containsExactly("0-1: 1", "1-2: 2");
  }

  @Test
  void small_ones_in_a_row_share_one() {
    assertThat(stretches("small", "small", "large", "small"))
        .containsExactly("0-2: 12", "2-3: 3", "3-4: 4");
  }

  @Test
  void what_is_nothing_to_the_handler_goes_along() {
    assertThat(stretches("other", "other", "other")).containsExactly("0-3: ");
    assertThat(stretches("other", "large", "other", "large", "other"))
        .containsExactly("0-3: 2", "3-5: 4");
    assertThat(stretches("small", "other", "small", "other", "large"))
        .containsExactly("0-4: 13", "4-5: 5");
  }
}
