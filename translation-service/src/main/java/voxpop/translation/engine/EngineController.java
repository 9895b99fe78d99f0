package voxpop.translation.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which engines there are, and how to get one. */
@Controller("/api/engines")
class EngineController {
  private static final String ADVICE =
      "No engine is connected. Install Apertium APy (Debian: apertium-apy and a language pair such"
          + " as apertium-eng-spa), start it, and give translation-service its address as"
          + " VOXPOP_APERTIUM_ADDRESS, for example http://127.0.0.1:2737. People can translate"
          + " without an engine.";

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Known(
      String name,
      String title,
      boolean up,
      boolean forReaders,
      @Nullable String address,
      List<Pair> pairs,
      String detail) {
    static Known of(Engine engine) {
      Probe probe = engine.probe();
      return new Known(
          engine.name(),
          engine.title(),
          probe.working(),
          engine.forReaders(),
          engine.address(),
          probe.pairs().stream().sorted().toList(),
          probe.detail());
    }
  }

  /** {@code advice}: how to connect an engine, where none for readers works. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Overview(List<Known> items, @Nullable String advice) {}

  private final Engines engines;

  EngineController(Engines engines) {
    this.engines = engines;
  }

  @Get
  Overview engines() {
    List<Known> known = engines.all().stream().map(Known::of).toList();
    boolean any = known.stream().anyMatch(engine -> engine.forReaders() && engine.up());
    return new Overview(known, any ? null : ADVICE);
  }
}
