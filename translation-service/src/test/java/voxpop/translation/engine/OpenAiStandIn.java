package voxpop.translation.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for a server of language models: written from platform.openai.com/docs/api-reference
 * ({@code /v1/chat/completions}, {@code /v1/models}). It does what the prompt asks for as a model
 * would that has no imagination: each text with “es ” before it, and the words that it was told to
 * use.
 */
public final class OpenAiStandIn extends EngineStandIn {
  public static final String KEY = "sk-stand-in";
  public static final String MODEL = "stand-in-1";
  private static final Pattern TERM = Pattern.compile("“([^”]+)” is “([^”]+)”\\.");

  /** What a model may put around its JSON. */
  public volatile String frame = "%s";

  public volatile String finish = "stop";

  @Override
  protected boolean translating(Question question) {
    return question.path().equals("/v1/chat/completions");
  }

  @Override
  protected Answer answer(Question question) throws IOException {
    if (!question.header("Authorization").equals("Bearer " + KEY)) {
      return new Answer(401, Map.of("error", Map.of("message", "Incorrect API key provided")));
    }
    if (question.path().equals("/v1/models")) {
      return new Answer(
          200, Map.of("object", "list", "data", List.of(Map.of("id", MODEL, "object", "model"))));
    }
    Map<String, Object> input = read(question.body());
    if (!MODEL.equals(input.get("model"))) {
      return new Answer(404, Map.of("error", Map.of("message", "The model does not exist")));
    }
    if (!(input.get("messages") instanceof List<?> messages) || messages.size() != 2) {
      return new Answer(400, Map.of("error", Map.of("message", "messages")));
    }
    String rules = ((Map<?, ?>) messages.get(0)).get("content").toString();
    Map<String, Object> asked = read(((Map<?, ?>) messages.get(1)).get("content").toString());
    List<String> translations =
        ((List<?>) asked.get("texts"))
            .stream().map(text -> "es " + exchanged(text.toString(), rules)).toList();
    String content = frame.formatted(JSON.writeValueAsString(Map.of("translations", translations)));
    return new Answer(
        200,
        Map.of(
            "id", "chatcmpl-1",
            "object", "chat.completion",
            "choices",
                List.of(
                    Map.of(
                        "index",
                        0,
                        "message",
                        Map.of("role", "assistant", "content", content),
                        "finish_reason",
                        finish))));
  }

  private static String exchanged(String text, String rules) {
    String result = text;
    Matcher term = TERM.matcher(rules);
    while (term.find()) result = result.replace(term.group(1), term.group(2));
    return result;
  }
}
