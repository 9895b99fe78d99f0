package voxpop.translation.job;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.translation.engine.Engine;
import voxpop.translation.engine.EngineAway;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.OutOfBudget;
import voxpop.translation.engine.Pair;
import voxpop.translation.engine.Payer;
import voxpop.translation.glossary.Glossary;
import voxpop.translation.glossary.Terms;
import voxpop.translation.segment.Reason;
import voxpop.translation.segment.Segment;

/**
 * Translates sentences now, for somebody who waits: by the engines of the pair in their order,
 * within their budgets, held to markup contract and glossary. Nothing is kept.
 */
@Singleton
public class Asking {
  private final Engines engines;
  private final Glossary glossary;

  Asking(Engines engines, Glossary glossary) {
    this.engines = engines;
    this.glossary = glossary;
  }

  /**
   * What became of a sentence.
   *
   * @param text null if no engine could, with the {@code reason}
   * @param engine that gave it
   * @param characters that the engine was sent
   */
  public record Answer(
      @Nullable String text, @Nullable String reason, String engine, long characters) {}

  /**
   * Translates sentences; one that an engine answered wrongly has no text.
   *
   * @throws EngineAway if no engine answers, or none is for the pair
   * @throws OutOfBudget if those that would may not be asked
   */
  public Map<Segment, Answer> translate(Pair pair, List<Segment> segments, Payer payer) {
    Terms terms = glossary.of(pair.source(), pair.target());
    RuntimeException last = new EngineAway("No engine translates this pair at the moment.");
    Map<Segment, Answer> answers = new LinkedHashMap<>();
    List<Segment> rest = new ArrayList<>(segments);
    for (Engine engine : engines.route(pair)) {
      if (!engine.forReaders()) continue;
      Translating translating = new Translating(engines, engine, pair, terms, payer, false);
      try {
        while (!rest.isEmpty()) {
          List<Segment> batch =
              List.copyOf(Batches.first(rest, engine.limits(), s -> s.source().length()));
          Map<Segment, Translating.Outcome> outcomes = translating.translate(batch);
          for (Segment segment : batch) {
            Translating.Outcome outcome = outcomes.get(segment);
            answers.put(
                segment,
                outcome == null
                    ? new Answer(null, "The engine gave no second answer.", engine.name(), 0)
                    : new Answer(
                        outcome.text(),
                        outcome.text() == null ? Reason.say(outcome.reasons()) : null,
                        engine.name(),
                        outcome.engine()));
          }
          rest.removeAll(batch);
        }
        return answers;
      } catch (EngineAway | OutOfBudget e) {
        last = e;
      }
    }
    throw last;
  }
}
