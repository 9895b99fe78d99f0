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

class LibreTranslateTest extends EngineContract {
  private final LibreTranslateStandIn standIn = new LibreTranslateStandIn();
  private final String real = System.getProperty("voxpop.engine.libretranslate.address");
  private final LibreTranslate engine =
      engine(
          real == null ? standIn.address() : real,
          given("libretranslate.key", real == null ? LibreTranslateStandIn.KEY : null));

  @Override
  protected Engine engine() {
    return engine;
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @Test
  void a_wrong_key_is_said_so() {
    Assumptions.assumeTrue(real == null, "not every server wants a key");
    LibreTranslate other = engine(standIn.address(), "other");
    other.probe();
    assertThatThrownBy(
            () -> other.translate(new Order(new Pair("en", "es"), List.of("House."), Map.of())))
        .isInstanceOf(EngineAway.class)
        .hasMessageContaining("key");
  }

  @Test
  void fewer_answers_than_texts_are_no_answer() {
    Assumptions.assumeTrue(real == null, "fails on demand only at the stand-in");
    engine.probe();
    standIn.fault = EngineStandIn.Fault.RUBBISH;
    assertThatThrownBy(
            () -> engine.translate(new Order(new Pair("en", "es"), List.of("a", "b"), Map.of())))
        .isInstanceOf(EngineAway.class);
  }

  @Test
  void where_nobody_listens_it_is_away_and_nothing_is_charged() {
    LibreTranslate nowhere = engine("http://127.0.0.1:9", null);
    assertThat(nowhere.probe().working()).isFalse();
    assertThat(nowhere.probe().detail()).contains("doesn't answer");
  }

  private static LibreTranslate engine(String address, String key) {
    EngineSettings settings =
        new EngineSettings("libretranslate", address, key, null, null, Duration.ofSeconds(20));
    return new LibreTranslate(new Settings(List.of(settings), ALL), ObjectMapper.getDefault());
  }
}
