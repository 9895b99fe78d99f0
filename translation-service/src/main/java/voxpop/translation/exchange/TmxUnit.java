package voxpop.translation.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A translation unit: a sentence in several languages.
 *
 * @param number which one of its file it is, from 1
 * @param source language of the sentence that the others translate; null: any of them
 * @param by who wrote it, as far as the file says
 * @param texts markup by language tag
 */
record TmxUnit(
    int number, @Nullable String source, @Nullable String by, Map<String, String> texts) {
  TmxUnit {
    texts = new LinkedHashMap<>(texts);
  }
}
