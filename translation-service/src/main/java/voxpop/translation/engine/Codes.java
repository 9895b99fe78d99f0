package voxpop.translation.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An engine's own names of languages. Where it has no name for a variant, the language's is taken
 * ({@code de-AT} as {@code de}); where it has variants only, the one that most people write.
 */
record Codes(Map<String, String> byTag) {
  private static final Map<String, String> USUAL =
      Map.of("en", "en-us", "pt", "pt-pt", "zh", "zh-hans", "es", "es", "no", "nb");

  static Codes of(Collection<String> codes) {
    Map<String, String> byTag = new HashMap<>();
    codes.forEach(code -> byTag.put(key(code), code));
    return new Codes(Map.copyOf(byTag));
  }

  @Nullable String of(String tag) {
    String key = key(tag);
    String base = key.split("-", 2)[0];
    String exact = byTag.get(key);
    if (exact != null) return exact;
    String language = byTag.get(base);
    if (language != null) return language;
    String usual = byTag.get(USUAL.getOrDefault(base, base));
    if (usual != null || key.contains("-")) return usual;
    return byTag.keySet().stream()
        .filter(known -> known.startsWith(base + "-"))
        .sorted()
        .findFirst()
        .map(byTag::get)
        .orElse(null);
  }

  private static String key(String tag) {
    return tag.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
