package voxpop.translation.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Stands for LibreTranslate: written from docs.libretranslate.com/api ({@code /translate}, {@code
 * /languages}). As the real one it reads HTML with an HTML parser, and writes it anew: a tag that
 * closes itself is none there. Its translations are the words with “es ” before the first.
 */
public final class LibreTranslateStandIn extends EngineStandIn {
  public static final String KEY = "libre-key";

  @Override
  protected boolean translating(Question question) {
    return question.path().equals("/translate");
  }

  @Override
  protected Answer answer(Question question) throws IOException {
    if (question.path().equals("/languages")) {
      return new Answer(
          200,
          List.of(
              Map.of(
                  "code", "en", "name", "English", "targets", List.of("en", "es", "fr", "pt-BR")),
              Map.of("code", "es", "name", "Spanish", "targets", List.of("en", "es"))));
    }
    if (!question.path().equals("/translate")) return new Answer(404, Map.of("error", "not found"));
    Map<String, Object> input = read(question.body());
    if (!KEY.equals(input.get("api_key"))) {
      return new Answer(403, Map.of("error", "Invalid API key"));
    }
    for (String field : List.of("q", "source", "target")) {
      if (input.get(field) == null) {
        return new Answer(400, Map.of("error", "Invalid request: missing " + field + " parameter"));
      }
    }
    if (!"html".equals(input.get("format")) && !"text".equals(input.get("format"))) {
      return new Answer(400, Map.of("error", "format is not supported"));
    }
    Object q = input.get("q");
    Object translated =
        q instanceof List<?> list
            ? list.stream().map(text -> translate(text.toString())).toList()
            : translate(q.toString());
    return new Answer(200, Map.of("translatedText", translated));
  }

  /** The texts of a question. */
  public List<String> texts(Question question) throws IOException {
    return read(question.body()).get("q") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String translate(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.ownerDocument().outputSettings().prettyPrint(false);
    if (!body.childNodes().isEmpty() && body.childNode(0) instanceof TextNode first) {
      first.text("es " + first.getWholeText());
    } else {
      body.prependText("es ");
    }
    return body.html();
  }
}
