package voxpop.translation.engine;

import io.micronaut.serde.annotation.Serdeable;

/** From a language into another, both BCP 47. */
@Serdeable
public record Pair(String source, String target) implements Comparable<Pair> {
  @Override
  public int compareTo(Pair other) {
    int bySource = source.compareTo(other.source);
    return bySource == 0 ? target.compareTo(other.target) : bySource;
  }
}
