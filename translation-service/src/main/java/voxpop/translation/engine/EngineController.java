package voxpop.translation.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;

/**
 * Tells which engines there are, and how to get one; where they are and what they were sent, only
 * to who works here.
 */
@Controller("/api/engines")
class EngineController {
  private static final String ADVICE =
      "No engine is connected. Install Apertium APy (Debian: apertium-apy and a language pair such"
          + " as apertium-eng-spa), start it, and give translation-service its address as"
          + " VOXPOP_APERTIUM_ADDRESS, for example http://127.0.0.1:2737. Or set"
          + " VOXPOP_ENGINE_DEEPL_KEY, VOXPOP_ENGINE_LIBRETRANSLATE_ADDRESS, or"
          + " VOXPOP_ENGINE_OPENAI_ADDRESS, _KEY and _MODEL. People can translate without an"
          + " engine.";

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Known(
      String name,
      String title,
      boolean up,
      boolean forReaders,
      @Nullable String address,
      List<Pair> pairs,
      String detail,
      String circuit,
      Budget.@Nullable State budget) {
    static Known of(Engine engine, boolean insider, String circuit, Budget.State budget) {
      Probe probe = engine.probe();
      return new Known(
          engine.name(),
          engine.title(),
          probe.working(),
          engine.forReaders(),
          insider ? engine.address() : null,
          probe.pairs().stream().sorted().toList(),
          probe.detail(),
          circuit,
          insider ? budget : null);
    }
  }

  /** {@code advice}: how to connect an engine, where none for readers works. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Overview(List<Known> items, @Nullable String advice) {}

  private final Engines engines;
  private final Budget budget;

  EngineController(Engines engines, Budget budget) {
    this.engines = engines;
    this.budget = budget;
  }

  @Get
  Overview engines(Caller caller) {
    boolean insider = caller.author().isPresent();
    List<Known> known =
        engines.all().stream()
            .map(engine -> Known.of(engine, insider, engines.circuit(engine), budget.state(engine)))
            .toList();
    boolean any = known.stream().anyMatch(engine -> engine.forReaders() && engine.up());
    return new Overview(known, any ? null : ADVICE);
  }
}
