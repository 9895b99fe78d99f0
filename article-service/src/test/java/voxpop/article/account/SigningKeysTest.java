package voxpop.article.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key that signs tokens, and how it is replaced while instances run beside each other. */
class SigningKeysTest {
  private final ECKey old = key("old");
  private final ECKey newer = key("newer");

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** Announced first, used then, taken away last: whoever verifies knows it before it signs. */
  @Test
  void at_every_step_each_instance_publishes_what_the_instance_beside_it_signs_with() {
    List<SigningKeys> steps =
        List.of(
            new SigningKeys(old.toJSONString(), ""),
            new SigningKeys(old.toJSONString(), newer.toJSONString()),
            new SigningKeys(newer.toJSONString(), old.toJSONString()));
    for (int i = 1; i < steps.size(); i++) {
      assertThat(ids(steps.get(i))).contains(steps.get(i - 1).current().getKeyID());
      if (i > 1) {
        assertThat(ids(steps.get(i - 1))).contains(steps.get(i).current().getKeyID());
      }
    }
    assertThat(ids(new SigningKeys(newer.toJSONString(), ""))).containsExactly("newer");
  }

  @Test
  void nothing_private_is_published() {
    SigningKeys keys = new SigningKeys(old.toJSONString(), newer.toJSONString());
    assertThat(keys.published().getKeys()).hasSize(2).noneMatch(JWK::isPrivate);
  }

  @Test
  void a_key_that_is_missing_or_wrong_is_named_and_not_shown() {
    for (String wrong : new String[] {"", "{}", old.toPublicJWK().toJSONString(), "secret words"}) {
      assertThatThrownBy(() -> new SigningKeys(wrong, ""))
          .hasMessageStartingWith("VOXPOP_SIGNING_KEY is missing or no private P-256 key")
          .hasMessageNotContaining("secret words");
    }
    assertThatThrownBy(() -> new SigningKeys(old.toJSONString(), "{}"))
        .hasMessageStartingWith("VOXPOP_SIGNING_KEY_PREVIOUS is missing or no private");
  }

  private static List<String> ids(SigningKeys keys) {
    return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
  }
}
