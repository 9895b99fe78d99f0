package voxpop.translation.engine;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Our terms as glossaries of DeepL's. One can't be changed: another one is made, named after what
 * is in it, so that every instance finds it, and those of before are deleted.
 */
final class DeepLGlossaries {
  private static final String OURS = "voxpop-";

  private final Line line;
  private final Function<String, HttpRequest.Builder> request;
  private final Map<String, String> byName = new ConcurrentHashMap<>();

  DeepLGlossaries(Line line, Function<String, HttpRequest.Builder> request) {
    this.line = line;
    this.request = request;
  }

  /** The identifier of the glossary that holds these terms; null if there are none. */
  @Nullable String of(String source, String target, Map<String, String> terms) {
    String entries =
        terms.entrySet().stream()
            .map(term -> cell(term.getKey()) + "\t" + cell(term.getValue()))
            .sorted()
            .collect(Collectors.joining("\n"));
    if (entries.isEmpty()) return null;
    // a glossary is of languages, not of their variants
    String pair = OURS + base(source) + "-" + base(target) + "-";
    String name =
        pair + UUID.nameUUIDFromBytes(entries.getBytes(StandardCharsets.UTF_8)).toString();
    String known = byName.get(name);
    return known != null ? known : found(pair, name, base(source), base(target), entries);
  }

  private synchronized String found(
      String pair, String name, String source, String target, String entries) {
    String id = null;
    for (Map<?, ?> glossary : list()) {
      String its = String.valueOf(glossary.get("name"));
      String itsId = String.valueOf(glossary.get("glossary_id"));
      if (its.equals(name)) id = itsId;
      else if (its.startsWith(pair)) line.ask(request.apply("/v2/glossaries/" + itsId).DELETE());
    }
    if (id == null) id = make(name, source, target, entries);
    byName.keySet().removeIf(other -> other.startsWith(pair));
    byName.put(name, id);
    return id;
  }

  private List<Map<?, ?>> list() {
    Object answer = line.ask(request.apply("/v2/glossaries").GET());
    if (!(answer instanceof Map<?, ?> map && map.get("glossaries") instanceof List<?> list)) {
      throw EngineAway.uncharged("DeepL's answer holds no glossaries.", null);
    }
    return list.stream()
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(item -> (Map<?, ?>) item)
        .toList();
  }

  private String make(String name, String source, String target, String entries) {
    Object answer =
        line.ask(
            request
                .apply("/v2/glossaries")
                .POST(
                    line.body(
                        Map.of(
                            "name", name,
                            "source_lang", source,
                            "target_lang", target,
                            "entries", entries,
                            "entries_format", "tsv"))));
    if (answer instanceof Map<?, ?> map && map.get("glossary_id") instanceof String id) return id;
    throw EngineAway.uncharged("DeepL made no glossary.", null);
  }

  private static String base(String code) {
    return code.split("-", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
