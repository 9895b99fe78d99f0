package voxpop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The gateways' key, and how it is replaced while they run. */
class GatewayKeyTest {
  private static final String OLD = "an-old-key-of-more-than-32-characters-1";
  private static final String NEW = "a-newer-key-of-more-than-32-characters-2";

  private final GatewayKey before = new GatewayKey(OLD);
  private final GatewayKey both = new GatewayKey(NEW + "," + OLD);
  private final GatewayKey after = new GatewayKey(NEW);

  @Test
  void while_there_are_two_the_new_one_signs_and_both_count() {
    assertThat(both.signed("fresh", "x", before.sign("fresh", "x"))).isTrue();
    assertThat(both.signed("fresh", "x", after.sign("fresh", "x"))).isTrue();
    assertThat(after.signed("fresh", "x", both.sign("fresh", "x"))).isTrue();
    assertThat(after.signed("fresh", "x", before.sign("fresh", "x"))).isFalse();
    assertThat(both.signed("form", "x", before.sign("fresh", "x"))).isFalse();
  }

  /** Rolled one by one: first all know both and sign with the old one, then with the new one. */
  @Test
  void instances_beside_each_other_understand_each_other_at_every_step() {
    GatewayKey learnt = new GatewayKey(OLD + "," + NEW + "," + OLD);
    assertThat(before.signed("fresh", "x", learnt.sign("fresh", "x"))).isTrue();
    assertThat(learnt.signed("fresh", "x", both.sign("fresh", "x"))).isTrue();
    assertThat(both.signed("fresh", "x", learnt.sign("fresh", "x"))).isTrue();
    assertThat(learnt.hide("reader", "r")).isEqualTo(before.hide("reader", "r"));
  }

  @Test
  void readers_stay_who_they_were_until_the_old_key_is_taken_away() {
    assertThat(both.hide("reader", "r")).isEqualTo(before.hide("reader", "r"));
    assertThat(after.hide("reader", "r")).isNotEqualTo(before.hide("reader", "r"));
  }

  @Test
  void a_key_that_is_missing_or_short_is_named() {
    for (String key : new String[] {"", "short", NEW + ",", NEW + ",short"}) {
      assertThatThrownBy(() -> new GatewayKey(key)).hasMessageStartingWith("VOXPOP_GATEWAY_KEY is");
    }
  }
}
