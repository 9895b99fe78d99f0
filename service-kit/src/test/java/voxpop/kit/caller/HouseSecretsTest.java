package voxpop.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The secrets between the programs, and how one is replaced while all run. */
class HouseSecretsTest {
  private static final String OWN = "own-secret-own-secret-own-secret-own";
  private static final String OLD = "old-secret-old-secret-old-secret-old";
  private static final String NEW = "new-secret-new-secret-new-secret-new";

  private static HouseSecrets accepting(String gateway) {
    return new HouseSecrets(OWN, Map.of("gateway", gateway, "comment-service", OWN));
  }

  @Test
  void while_a_secret_is_replaced_both_are_its_caller_s() {
    assertThat(accepting(OLD + "," + NEW).programOf(OLD)).contains("gateway");
    assertThat(accepting(OLD + "," + NEW).programOf(NEW)).contains("gateway");
    assertThat(accepting(NEW).programOf(OLD)).isEmpty();
    assertThat(accepting(NEW).programOf(OWN)).contains("comment-service");
  }

  @Test
  void one_that_is_missing_or_short_is_named() {
    assertThatThrownBy(() -> new HouseSecrets(null, null))
        .hasMessageStartingWith("VOXPOP_INTERNAL_SECRET is missing");
    for (String wrong : new String[] {"", "short", OLD + ",", OLD + ",short"}) {
      assertThatThrownBy(() -> accepting(wrong))
          .hasMessageStartingWith("VOXPOP_INTERNAL_ACCEPT_GATEWAY has a secret that is empty");
    }
  }
}
