package voxpop.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DeepLTest extends EngineContract {
  private final DeepLStandIn standIn = new DeepLStandIn();
  private final boolean real = real();
  private final DeepL engine =
      engine(
          real ? given("deepl.address", null) : standIn.address(),
          given("deepl.key", DeepLStandIn.KEY));

  @Override
  protected Engine engine() {
    return engine;
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @Test
  void the_terms_go_as_a_glossary_of_its_own_which_is_renewed_when_they_change() {
    engine.probe();
    Pair pair = new Pair("en", "es");
    Map<String, String> terms = Map.of("ferry", "barcaza");
    for (int i = 0; i < 2; i++) {
      assertThat(engine.translate(new Order(pair, List.of("The ferry waits."), terms)).getFirst())
          .contains("barcaza");
    }
    assertThat(
            engine
                .translate(
                    new Order(pair, List.of("The ferry waits."), Map.of("ferry", "transbordador")))
                .getFirst())
        .contains("transbordador");
    if (!real) assertThat(standIn.glossaries).hasSize(1);
  }

  @Test
  void variants_of_a_language_are_named_as_it_names_them() {
    engine.probe();
    assertThat(engine.translates(new Pair("de-AT", "pt-BR"))).isTrue();
    engine.translate(new Order(new Pair("de", "en"), List.of("Das Haus."), Map.of()));
    if (!real) assertThat(standIn.asked.getLast().body()).contains("\"target_lang\":\"EN-US\"");
  }

  @Test
  void a_wrong_key_is_said_so() {
    Probe probe = engine(engine.address(), "not-the-key").probe();
    assertThat(probe.working()).isFalse();
    assertThat(probe.detail()).contains("key");
  }

  @Test
  void keys_of_the_free_plan_have_their_own_address() {
    assertThat(engine(null, "abc:fx").address()).isEqualTo("https://api-free.deepl.com");
    assertThat(engine(null, "abc").address()).isEqualTo("https://api.deepl.com");
  }

  @Test
  void it_is_asked_again_after_a_pause_and_no_longer_than_it_helps() {
    Assumptions.assumeFalse(real, "fails on demand only at the stand-in");
    engine.probe();
    Order order = new Order(new Pair("en", "es"), List.of("The house."), Map.of());
    standIn.fault = EngineStandIn.Fault.BROKEN_ONCE;
    assertThat(engine.translate(order)).containsExactly("es The house.");
    standIn.fault = EngineStandIn.Fault.LATER_ONCE;
    long start = System.nanoTime();
    assertThat(engine.translate(order)).containsExactly("es The house.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    standIn.asked.clear();
    standIn.fault = EngineStandIn.Fault.BROKEN;
    assertThatThrownBy(() -> engine.translate(order))
        .isInstanceOfSatisfying(EngineAway.class, e -> assertThat(e.possiblyCharged()).isFalse());
    assertThat(standIn.asked).hasSize(3);
  }

  @Test
  void rubbish_half_an_answer_and_none_is_no_answer_and_possibly_charged() {
    Assumptions.assumeFalse(real, "fails on demand only at the stand-in");
    engine.probe();
    Order order = new Order(new Pair("en", "es"), List.of("The house."), Map.of());
    for (EngineStandIn.Fault fault :
        List.of(
            EngineStandIn.Fault.RUBBISH, EngineStandIn.Fault.HALF, EngineStandIn.Fault.STALLING)) {
      standIn.asked.clear();
      standIn.fault = fault;
      long start = System.nanoTime();
      assertThatThrownBy(() -> engine.translate(order))
          .as(fault.name())
          .isInstanceOfSatisfying(EngineAway.class, e -> assertThat(e.possiblyCharged()).isTrue());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      assertThat(standIn.asked).as("never asked again by itself").hasSize(1);
    }
  }

  private static boolean real() {
    return given("deepl.key", null) != null;
  }

  private static DeepL engine(String address, String key) {
    EngineSettings settings =
        new EngineSettings("deepl", address, key, null, null, Duration.ofSeconds(real() ? 20 : 1));
    return new DeepL(new Settings(List.of(settings), ALL), ObjectMapper.getDefault());
  }
}
