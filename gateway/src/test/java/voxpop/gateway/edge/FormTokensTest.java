package voxpop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.gateway.client.Visitor;

class FormTokensTest {
  private static final String KEY = "the-key-of-all-gateways-of-this-house-1";

  private static Visitor session(int n) {
    return new Visitor(null, null, "token", null, new UUID(0, n), null);
  }

  private static FormTokens tokens(String key) {
    return new FormTokens(new GatewayKey(key));
  }

  @Test
  void a_token_is_good_for_its_session_at_every_gateway() {
    tokens(KEY).check(session(1), tokens(KEY).of(session(1)));
  }

  @Test
  void another_sessions_or_houses_token_and_none_are_refused() {
    FormTokens tokens = tokens(KEY);
    String other = tokens.of(session(2));
    assertThatThrownBy(() -> tokens.check(session(1), other)).isInstanceOf(BadForm.class);
    String foreign = tokens("another-key-of-another-house-entirely").of(session(1));
    assertThatThrownBy(() -> tokens.check(session(1), foreign)).isInstanceOf(BadForm.class);
    assertThatThrownBy(() -> tokens.check(session(1), null)).isInstanceOf(BadForm.class);
    assertThat(tokens.of(Visitor.NOBODY)).isNotEqualTo(tokens.of(session(1)));
  }

  @Test
  void a_missing_key_stops_the_start_and_is_named() {
    assertThatThrownBy(() -> new GatewayKey(""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("VOXPOP_GATEWAY_KEY");
  }
}
