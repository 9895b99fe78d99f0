package voxpop.kit.shared;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Consul's key-value store says below {@code voxpop/}, as it is now. A value there comes
 * before the program's own setting, and counts from the moment that it is read: ask each time. With
 * no Consul, or while it doesn't answer, what was read last counts, at first nothing.
 */
@Singleton
public class SharedSettings {
  private static final Logger LOG = LoggerFactory.getLogger(SharedSettings.class);

  private volatile Map<String, String> values = Map.of();

  /** What was complained about once: a limit may be asked for thousands of times a second. */
  private volatile Set<String> refused = Set.of();

  /**
   * A number that must be positive.
   *
   * @param name without {@code voxpop/}, such as {@code comments.per-network}
   * @param otherwise the program's own setting, which counts where Consul has none or nonsense
   */
  public int positive(String name, int otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    refuse(name, "a positive number", String.valueOf(otherwise));
    return otherwise;
  }

  /** All of them, by name without {@code voxpop/}. */
  Map<String, String> all() {
    return values;
  }

  void replace(Map<String, String> newValues) {
    refused = Set.of();
    values = Map.copyOf(newValues);
  }

  void refuse(String name, String wanted, String kept) {
    if (!refused.contains(name)) {
      Set<String> more = new HashSet<>(refused);
      more.add(name);
      refused = Set.copyOf(more);
      LOG.warn("voxpop/{} in Consul's key-value store is not {}: {} counts.", name, wanted, kept);
    }
  }
}
