package voxpop.translation.engine;

import java.util.List;
import java.util.Map;

/**
 * What an engine is asked for.
 *
 * @param terms words that are to be translated so, for engines with a glossary of their own
 * @param suspect whether these texts failed before: failing again then says nothing of the engine
 */
public record Order(Pair pair, List<String> texts, Map<String, String> terms, boolean suspect) {
  public Order {
    texts = List.copyOf(texts);
  }

  public Order(Pair pair, List<String> texts, Map<String, String> terms) {
    this(pair, texts, terms, false);
  }
}
