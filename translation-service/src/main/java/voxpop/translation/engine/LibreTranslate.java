package voxpop.translation.engine;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LibreTranslate (docs.libretranslate.com). Its HTML parser knows no tag that closes itself, so an
 * empty one goes as a pair; and as with Apertium, tags may stay where their words left: hence
 * {@link MovedTags}.
 */
@Singleton
class LibreTranslate implements Engine {
  /** Below the limits that public instances set. */
  private static final Limits LIMITS = new Limits(20, 4000);

  private static final Pattern EMPTY = Pattern.compile("<x(\\d+)/>");
  private static final Pattern PAIRED = Pattern.compile("<x(\\d+)>\\s*</x\\1>|<x(\\d+)\\s*/>");

  private final EngineSettings settings;
  private final Line line;
  private final Probing probing = new Probing(this::ask);
  private volatile Map<String, Codes> targets = Map.of();
  private volatile Codes sources = Codes.of(List.of());

  LibreTranslate(Settings settings, ObjectMapper json) {
    this.settings = settings.of("libretranslate");
    this.line = new Line(title(), this.settings.timeout(), settings.all().pause(), json);
  }

  @Override
  public String name() {
    return "libretranslate";
  }

  @Override
  public String title() {
    return "LibreTranslate";
  }

  @Override
  public boolean configured() {
    return !address().isEmpty();
  }

  @Override
  public String address() {
    String given = settings.address();
    return given == null ? "" : given.strip().replaceAll("/+$", "");
  }

  @Override
  public Probe probe() {
    return probing.probe();
  }

  @Override
  public boolean translates(Pair pair) {
    probe();
    return target(pair) != null;
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
    return line.patience();
  }

  @Override
  public List<String> translate(Order order) {
    String source = sources.of(order.pair().source());
    String target = target(order.pair());
    if (source == null || target == null) {
      throw EngineAway.uncharged("LibreTranslate has no such pair at the moment.", null);
    }
    Map<String, Object> question = new LinkedHashMap<>();
    question.put(
        "q",
        order.texts().stream()
            .map(text -> EMPTY.matcher(MovedTags.question(text)).replaceAll("<x$1></x$1>"))
            .toList());
    question.put("source", source);
    question.put("target", target);
    question.put("format", "html");
    if (settings.key() != null) question.put("api_key", settings.key());
    List<String> answers = texts(line.ask(post("/translate", question)), order.texts().size());
    List<String> restored = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String answer =
          PAIRED
              .matcher(answers.get(i))
              .replaceAll(x -> "<x" + (x.group(1) == null ? x.group(2) : x.group(1)) + "/>");
      restored.add(MovedTags.answer(order.texts().get(i), answer));
    }
    return restored;
  }

  private static List<String> texts(Object answer, int wanted) {
    if (answer instanceof Map<?, ?> map
        && map.get("translatedText") instanceof List<?> list
        && list.size() == wanted
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new EngineAway("LibreTranslate's answer doesn't hold a text for each one.");
  }

  private Probe ask() {
    Object answer = line.askOnce(Line.request(address() + "/languages").GET());
    if (!(answer instanceof List<?> list)) {
      throw new EngineAway("LibreTranslate's answer holds no list of languages.");
    }
    Map<String, Codes> found = new HashMap<>();
    Set<Pair> pairs = new HashSet<>();
    for (Object item : list) {
      if (item instanceof Map<?, ?> entry
          && entry.get("code") instanceof String source
          && entry.get("targets") instanceof List<?> to) {
        List<String> codes =
            to.stream().map(String::valueOf).filter(code -> !code.equals(source)).toList();
        found.put(source, Codes.of(codes));
        codes.forEach(code -> pairs.add(new Pair(source, code)));
      }
    }
    targets = Map.copyOf(found);
    sources = Codes.of(found.keySet());
    return new Probe(true, pairs, "LibreTranslate has " + pairs.size() + " pairs.");
  }

  private @Nullable String target(Pair pair) {
    String source = sources.of(pair.source());
    Codes codes = source == null ? null : targets.get(source);
    return codes == null ? null : codes.of(pair.target());
  }

  private HttpRequest.Builder post(String path, Object body) {
    return Line.request(address() + path)
        .header("Content-Type", "application/json")
        .POST(line.body(body));
  }
}
