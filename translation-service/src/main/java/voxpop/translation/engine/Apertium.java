package voxpop.translation.engine;

import com.ibm.icu.util.ULocale;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Apertium behind APy, its web service (wiki.apertium.org/wiki/Apertium-apy). It names languages by
 * ISO 639-3, takes one text a request, and leaves tags where they stood while words move: hence
 * {@link MovedTags}.
 */
@Singleton
class Apertium implements Engine {
  /** Its first sentence in a pair starts a pipeline of programs. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * A generator's or bilingual dictionary's mark at a word; those of unknown words APy takes off.
   */
  private static final Pattern MARK = Pattern.compile("(?<![\\p{L}\\p{N}])[#@](?=\\p{L})");

  private final String address;
  private final ObjectMapper json;
  private final Probing probing = new Probing(this::ask);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private volatile Map<Pair, String> codes = Map.of();

  Apertium(@Value("${voxpop.apertium.address:}") String address, ObjectMapper json) {
    this.address = address.strip().replaceAll("/+$", "");
    this.json = json;
  }

  @Override
  public String name() {
    return "apertium";
  }

  @Override
  public String title() {
    return "Apertium";
  }

  @Override
  public boolean configured() {
    return !address.isEmpty();
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public Probe probe() {
    return probing.probe();
  }

  @Override
  public int batch() {
    return 5;
  }

  @Override
  public List<String> translate(Pair pair, List<String> texts) {
    String code = codes.get(pair);
    if (code == null) throw new EngineAway("Apertium has no such pair at the moment.");
    return texts.stream().map(text -> translate(code, text)).toList();
  }

  private String translate(String code, String text) {
    String answer = call(code, MovedTags.question(text));
    String restored = MovedTags.answer(text, answer);
    return MARK.matcher(text).find() ? restored : MARK.matcher(restored).replaceAll("");
  }

  private String call(String code, String text) {
    Map<String, Object> answer =
        send(
            request("/translate")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        form("langpair", code)
                            + form("format", "html")
                            + form("markUnknown", "no")
                            + form("q", text))));
    if (answer.get("responseData") instanceof Map<?, ?> data
        && data.get("translatedText") instanceof String translated) {
      return translated;
    }
    throw new EngineAway("Apertium's answer holds no text.");
  }

  private Probe ask() {
    Map<String, Object> answer = send(request("/listPairs").timeout(Duration.ofSeconds(2)).GET());
    if (!(answer.get("responseData") instanceof List<?> pairs)) {
      throw new EngineAway("Apertium's answer holds no list of pairs.");
    }
    Map<Pair, String> found = new HashMap<>();
    for (Object entry : pairs) {
      if (entry instanceof Map<?, ?> pair) {
        String source = String.valueOf(pair.get("sourceLanguage"));
        String target = String.valueOf(pair.get("targetLanguage"));
        found.put(new Pair(tag(source), tag(target)), source + "|" + target);
      }
    }
    codes = Map.copyOf(found);
    return new Probe(
        true, codes.keySet(), "Apertium at " + address + " has " + found.size() + " pairs.");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
  }

  private Map<String, Object> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw new EngineAway("Apertium answered " + response.statusCode() + ".");
      }
      Map<String, Object> answer =
          json.readValue(response.body(), Argument.mapOf(String.class, Object.class));
      if (answer == null) throw new EngineAway("Apertium's answer is empty.");
      return answer;
    } catch (IOException e) {
      throw new EngineAway("Apertium at " + address + " doesn't answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineAway("Interrupted while Apertium was asked.", e);
    }
  }

  private static String form(String key, @Nullable String value) {
    return key + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8) + "&";
  }

  /** {@code spa} is {@code es}, {@code eng_US} is {@code en-US}. */
  static String tag(String code) {
    return ULocale.createCanonical(code).toLanguageTag();
  }
}
