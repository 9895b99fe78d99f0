package voxpop.translation.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import voxpop.translation.engine.Limits;

/** Cuts lists into what an engine takes at once. */
final class Batches {
  private Batches() {}

  static List<List<String>> of(List<String> texts, Limits limits) {
    List<List<String>> batches = new ArrayList<>();
    List<String> rest = texts;
    while (!rest.isEmpty()) {
      List<String> batch = first(rest, limits, String::length);
      batches.add(batch);
      rest = rest.subList(batch.size(), rest.size());
    }
    return batches;
  }

  /** As many of the first ones as go together, at least one. */
  static <T> List<T> first(List<T> all, Limits limits, ToIntFunction<T> length) {
    int characters = 0;
    int size = 0;
    while (size < all.size() && size < limits.texts()) {
      characters += length.applyAsInt(all.get(size));
      if (size > 0 && characters > limits.characters()) break;
      size++;
    }
    return all.subList(0, size);
  }
}
