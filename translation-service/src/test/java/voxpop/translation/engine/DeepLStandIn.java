package voxpop.translation.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Stands for DeepL: written from developers.deepl.com/docs/api-reference ({@code /v2/translate},
 * {@code /v2/languages}, {@code /v2/glossaries}). Its translations are the source with each word of
 * the glossary exchanged and “es ” before it.
 */
public final class DeepLStandIn extends EngineStandIn {
  public static final String KEY = "a-key-of-the-stand-in";

  public final Map<String, Map<String, Object>> glossaries = new ConcurrentHashMap<>();

  @Override
  protected boolean translating(Question question) {
    return question.path().equals("/v2/translate");
  }

  @Override
  protected Answer answer(Question question) throws IOException {
    if (!question.header("Authorization").equals("DeepL-Auth-Key " + KEY)) {
      return new Answer(403, Map.of("message", "Authorization failed"));
    }
    String path = question.path();
    if (path.equals("/v2/languages?type=source")) return languages("DE", "EN", "ES", "PT");
    if (path.equals("/v2/languages?type=target")) {
      return languages("DE", "EN-GB", "EN-US", "ES", "PT-BR", "PT-PT");
    }
    if (path.equals("/v2/glossaries") && question.method().equals("GET")) {
      return new Answer(200, Map.of("glossaries", List.copyOf(glossaries.values())));
    }
    if (path.equals("/v2/glossaries")) return glossary(read(question.body()));
    if (path.startsWith("/v2/glossaries/") && question.method().equals("DELETE")) {
      boolean there = glossaries.remove(path.substring("/v2/glossaries/".length())) != null;
      return new Answer(there ? 204 : 404, "");
    }
    return path.equals("/v2/translate")
        ? translate(question.body())
        : new Answer(404, Map.of("message", "Not found"));
  }

  private static Answer languages(String... codes) {
    return new Answer(
        200, List.of(codes).stream().map(code -> Map.of("language", code, "name", code)).toList());
  }

  private Answer glossary(Map<String, Object> input) {
    for (String field :
        List.of("name", "source_lang", "target_lang", "entries", "entries_format")) {
      if (!(input.get(field) instanceof String text) || text.isEmpty()) {
        return bad("Value for '" + field + "' not supported.");
      }
    }
    String id = UUID.randomUUID().toString();
    Map<String, Object> glossary = new LinkedHashMap<>(input);
    glossary.put("glossary_id", id);
    glossary.put("ready", true);
    glossaries.put(id, glossary);
    return new Answer(201, glossary);
  }

  @SuppressWarnings("unchecked")
  private Answer translate(String body) throws IOException {
    if (body.length() > 128 * 1024) return new Answer(413, Map.of("message", "Too large"));
    Map<String, Object> input = read(body);
    if (!(input.get("text") instanceof List<?> texts) || texts.isEmpty() || texts.size() > 50) {
      return bad("Parameter 'text' not specified, or too many.");
    }
    if (input.get("target_lang") == null) return bad("Value for 'target_lang' not supported.");
    Map<String, Object> glossary = Map.of();
    if (input.get("glossary_id") != null) {
      if (input.get("source_lang") == null) return bad("Use of glossary requires source_lang.");
      glossary = glossaries.get(input.get("glossary_id").toString());
      if (glossary == null) return new Answer(404, Map.of("message", "Glossary not found"));
    }
    List<Object> translations = new ArrayList<>();
    for (String text : (List<String>) texts) {
      if ("xml".equals(input.get("tag_handling")) && !wellFormed(text)) {
        return bad("Tag handling parsing failed");
      }
      translations.add(
          Map.of("detected_source_language", "EN", "text", "es " + exchanged(text, glossary)));
    }
    return new Answer(200, Map.of("translations", translations));
  }

  private static String exchanged(String text, Map<String, Object> glossary) {
    String result = text;
    for (String line : glossary.getOrDefault("entries", "").toString().split("\n")) {
      String[] entry = line.split("\t");
      if (entry.length == 2) result = result.replace(entry[0], entry[1]);
    }
    return result;
  }

  private static boolean wellFormed(String text) {
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(
              new java.io.ByteArrayInputStream(
                  ("<r>" + text + "</r>").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private static Answer bad(String message) {
    return new Answer(400, Map.of("message", message));
  }
}
