package voxpop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a training does where the machine has too much to do. */
class TrainingTest {
  private final List<String> said = new ArrayList<>();
  private final Training training = new Training(Path.of("unused"), program -> null, said::add);
  private int made;

  @Test
  void what_failed_is_tried_again_from_the_start_and_said() throws Exception {
    training.tryUntilDone(
        3,
        () -> {
          if (++made < 3) {
            throw new IOException("status 503: busy\nand more");
          }
        });
    assertThat(made).isEqualTo(3);
    assertThat(said).hasSize(2).allMatch(line -> line.endsWith("it failed: status 503: busy"));
  }

  @Test
  void it_is_given_up_after_so_many_tries_with_one_sentence() {
    assertThatIOException()
        .isThrownBy(
            () ->
                training.tryUntilDone(
                    3,
                    () -> {
                      made++;
                      throw new IOException("status 503: busy");
                    }))
        .withMessage("3 tries failed, the last one: status 503: busy");
    assertThat(made).isEqualTo(3);
  }
}
