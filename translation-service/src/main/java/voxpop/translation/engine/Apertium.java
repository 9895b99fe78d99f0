package voxpop.translation.engine;

import com.ibm.icu.util.ULocale;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
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

  /** Each text is a question of its own: few, so that their answers are kept soon. */
  private static final Limits LIMITS = new Limits(5, 20_000);

  /**
   * A generator's or bilingual dictionary's mark at a word; those of unknown words APy takes off.
   */
  private static final Pattern MARK = Pattern.compile("(?<![\\p{L}\\p{N}])[#@](?=\\p{L})");

  private final String address;
  private final Line line;
  private final Probing probing = new Probing(this::ask);
  private volatile Map<Pair, String> codes = Map.of();

  Apertium(
      @Value("${voxpop.apertium.address:}") String address, Settings settings, ObjectMapper json) {
    String given = settings.of("apertium").address();
    this.address = (given == null ? address : given).strip().replaceAll("/+$", "");
    this.line = new Line(title(), TIMEOUT, settings.all().pause(), json);
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
  public boolean mendsTags() {
    return true;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Duration patience() {
    return line.patience().multipliedBy(LIMITS.texts());
  }

  @Override
  public boolean translates(Pair pair) {
    probe();
    return codes.containsKey(pair);
  }

  @Override
  public List<String> translate(Order order) {
    String code = codes.get(order.pair());
    if (code == null) {
      throw EngineAway.uncharged("Apertium has no such pair at the moment.", null);
    }
    return order.texts().stream().map(text -> translate(code, text)).toList();
  }

  private String translate(String code, String text) {
    String answer = call(code, MovedTags.question(text));
    String restored = MovedTags.answer(text, answer);
    return MARK.matcher(text).find() ? restored : MARK.matcher(restored).replaceAll("");
  }

  private String call(String code, String text) {
    Object answer =
        line.ask(
            Line.request(address + "/translate")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        form("langpair", code)
                            + form("format", "html")
                            + form("markUnknown", "no")
                            + form("q", text))));
    if (answer instanceof Map<?, ?> map
        && map.get("responseData") instanceof Map<?, ?> data
        && data.get("translatedText") instanceof String translated) {
      return translated;
    }
    throw new EngineAway("Apertium's answer holds no text.");
  }

  private Probe ask() {
    Object answer = line.askOnce(Line.request(address + "/listPairs").GET());
    if (!(answer instanceof Map<?, ?> map && map.get("responseData") instanceof List<?> pairs)) {
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
    return new Probe(true, codes.keySet(), "Apertium has " + found.size() + " pairs.");
  }

  private static String form(String key, @Nullable String value) {
    return key + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8) + "&";
  }

  /** {@code spa} is {@code es}, {@code eng_US} is {@code en-US}. */
  static String tag(String code) {
    return ULocale.createCanonical(code).toLanguageTag();
  }
}
