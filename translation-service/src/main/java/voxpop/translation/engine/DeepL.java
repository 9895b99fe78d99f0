package voxpop.translation.engine;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DeepL's API, version 2 (developers.deepl.com/api-reference). Tags go as XML; the terms of our
 * glossary as one of its own, which is made anew when they change.
 */
@Singleton
class DeepL implements Engine {
  private static final String PAID = "https://api.deepl.com";
  private static final String FREE = "https://api-free.deepl.com";

  /** 50 texts and 128 KiB are what a request may have; half of that leaves room for any script. */
  private static final Limits LIMITS = new Limits(50, 20_000);

  private final EngineSettings settings;
  private final Line line;
  private final DeepLGlossaries glossaries;
  private final Probing probing = new Probing(this::ask);
  private volatile Codes sources = Codes.of(List.of());
  private volatile Codes targets = Codes.of(List.of());

  DeepL(Settings settings, ObjectMapper json) {
    this.settings = settings.of("deepl");
    this.line = new Line(title(), this.settings.timeout(), settings.all().pause(), json);
    this.glossaries = new DeepLGlossaries(line, this::request);
  }

  @Override
  public String name() {
    return "deepl";
  }

  @Override
  public String title() {
    return "DeepL";
  }

  @Override
  public boolean configured() {
    return settings.key() != null;
  }

  /** Keys of the free plan end in {@code :fx} and have an address of their own. */
  @Override
  public String address() {
    String given = settings.address();
    if (given != null && !given.isBlank()) return given.strip().replaceAll("/+$", "");
    String key = settings.key();
    return key != null && key.endsWith(":fx") ? FREE : PAID;
  }

  @Override
  public Probe probe() {
    return probing.probe();
  }

  @Override
  public boolean translates(Pair pair) {
    probe();
    return sources.of(base(pair.source())) != null && targets.of(pair.target()) != null;
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
    String source = sources.of(base(order.pair().source()));
    String target = targets.of(order.pair().target());
    if (source == null || target == null) {
      throw EngineAway.uncharged("DeepL has no such pair at the moment.", null);
    }
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("text", order.texts());
    question.put("source_lang", source);
    question.put("target_lang", target);
    question.put("tag_handling", "xml");
    // one text is one sentence, and no tag of ours parts two
    question.put("split_sentences", "0");
    question.put("outline_detection", false);
    String glossary = glossaries.of(source, target, order.terms());
    if (glossary != null) question.put("glossary_id", glossary);
    return texts(line.ask(request("/v2/translate").POST(line.body(question))));
  }

  private static List<String> texts(Object answer) {
    if (!(answer instanceof Map<?, ?> map && map.get("translations") instanceof List<?> list)) {
      throw new EngineAway("DeepL's answer holds no translations.");
    }
    List<String> texts = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> entry && entry.get("text") instanceof String text)) {
        throw new EngineAway("One of DeepL's translations holds no text.");
      }
      texts.add(text);
    }
    return texts;
  }

  private Probe ask() {
    Codes from = Codes.of(languages("source"));
    Codes to = Codes.of(languages("target"));
    sources = from;
    targets = to;
    Set<Pair> pairs = new HashSet<>();
    for (String source : from.byTag().values()) {
      for (String target : to.byTag().values()) {
        if (!base(target).equalsIgnoreCase(source)) pairs.add(new Pair(tag(source), tag(target)));
      }
    }
    return new Probe(true, pairs, "DeepL has " + pairs.size() + " pairs.");
  }

  private List<String> languages(String type) {
    Object answer = line.askOnce(request("/v2/languages?type=" + type).GET());
    if (!(answer instanceof List<?> list)) {
      throw new EngineAway("DeepL's answer holds no list of languages.");
    }
    List<String> codes = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof Map<?, ?> entry && entry.get("language") instanceof String code) {
        codes.add(code);
      }
    }
    return codes;
  }

  private HttpRequest.Builder request(String path) {
    return Line.request(address() + path)
        .header("Authorization", "DeepL-Auth-Key " + settings.key())
        .header("Content-Type", "application/json");
  }

  private static String tag(String code) {
    return Locale.forLanguageTag(code).toLanguageTag();
  }

  private static String base(@Nullable String tag) {
    return String.valueOf(tag).split("-", 2)[0];
  }
}
