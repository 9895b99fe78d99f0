package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.SegmentEdit;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.TranslationService;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;

/** What translators ask of translation-service. */
@Singleton
public class Workshop {
  private static final String TRANSLATIONS = "/api/translations";
  private static final String SUGGESTIONS = TRANSLATIONS + "/suggestions";
  private static final String JOBS = TRANSLATIONS + "/jobs";

  private final TranslationService service;
  private final Calls calls;
  private final JsonMapper json;

  Workshop(TranslationService translations, JsonMapper json) {
    this.service = translations;
    this.json = json;
    this.calls = translations.calls();
  }

  /** A job, as its address tells of it. */
  @Serdeable
  record Job(@Nullable String id, @Nullable String state) {}

  Translation.Stack toDo(
      Visitor visitor, @Nullable String language, int limit, @Nullable String after) {
    UriBuilder uri = UriBuilder.of(TRANSLATIONS).queryParam("limit", limit);
    if (language != null) {
      uri.queryParam("language", language);
    }
    if (after != null) {
      uri.queryParam("after", after);
    }
    return calls
        .get(uri.build().toString(), visitor, Translation.Stack.class)
        .map(Tagged::value)
        .orElseGet(() -> Translation.Stack.NONE);
  }

  Optional<Translation.Stack> of(Visitor visitor, UUID article) {
    return calls
        .get(TRANSLATIONS + "/" + article, visitor, Translation.Stack.class)
        .map(Tagged::value);
  }

  Optional<Bench> bench(Visitor visitor, UUID article, String language) {
    return calls.get(path(article, language), visitor, Bench.class).map(Tagged::value);
  }

  void translate(
      Visitor visitor,
      UUID article,
      String language,
      String segment,
      SegmentEdit edit,
      String ifMatch) {
    String path = path(article, language) + "/segments/" + segment;
    calls.send(HttpMethod.PUT, path, visitor, edit, ifMatch, Bench.Row.class);
  }

  /** What became of one of many. */
  @Serdeable
  record Result(String id, String result, List<Problem.Violation> violations) {
    Result {
      violations = violations == null ? List.of() : violations;
    }

    boolean saved() {
      return result.equals("saved");
    }
  }

  @Serdeable
  record Results(List<Result> items) {}

  /** Many at once, each by itself. */
  List<Result> translate(
      Visitor visitor, UUID article, String language, List<Map<String, Object>> items) {
    if (items.isEmpty()) return List.of();
    String path = path(article, language) + "/segments";
    return calls
        .send(HttpMethod.POST, path, visitor, Map.of("items", items), null, Results.class)
        .value()
        .items();
  }

  /** What one sends of a row. */
  static Map<String, Object> item(Bench.Row row, String text, boolean approve) {
    return Map.of("id", row.id(), "version", row.version(), "text", text, "approve", approve);
  }

  void undo(Visitor visitor, UUID article, String language, String segment, String ifMatch) {
    String path = path(article, language) + "/segments/" + segment + "/undo";
    calls.send(HttpMethod.POST, path, visitor, Map.of(), ifMatch, Bench.Row.class);
  }

  /** What is known of a sentence; nothing where that can't be had. */
  Offers offers(Visitor visitor, UUID article, String language, String segment) {
    String path = path(article, language) + "/segments/" + segment + "/suggestions";
    try {
      return calls.get(path, visitor, Offers.class).map(Tagged::value).orElse(Offers.NONE);
    } catch (Unavailable | Refused away) {
      return Offers.NONE;
    }
  }

  Suggested.Stack suggested(Visitor visitor, String state, int limit, @Nullable String after) {
    UriBuilder uri =
        UriBuilder.of(SUGGESTIONS).queryParam("state", state).queryParam("limit", limit);
    if (after != null) {
      uri.queryParam("after", after);
    }
    return calls
        .get(uri.build().toString(), visitor, Suggested.Stack.class)
        .map(Tagged::value)
        .orElse(Suggested.Stack.NONE);
  }

  /** What waits of one translation; nothing for whoever may not decide. */
  List<Suggested> suggested(Visitor visitor, UUID article, String language) {
    String uri =
        UriBuilder.of(SUGGESTIONS)
            .queryParam("article", article)
            .queryParam("language", language)
            .build()
            .toString();
    try {
      return calls
          .get(uri, visitor, Suggested.Stack.class)
          .map(stack -> stack.value().items())
          .orElseGet(List::of);
    } catch (Refused | Unavailable nothing) {
      return List.of();
    }
  }

  void decide(Visitor visitor, UUID id, String verdict, @Nullable String text, int version) {
    Map<String, Object> body = new HashMap<>(Map.of("verdict", verdict, "version", version));
    if (text != null) {
      body.put("text", text.replace("\r\n", "\n"));
    }
    calls.send(HttpMethod.PUT, SUGGESTIONS + "/" + id + "/verdict", visitor, body);
  }

  /** Takes a translators' file in. */
  Exchanged file(Visitor visitor, UUID article, String language, byte[] xliff) throws IOException {
    byte[] told = service.file(visitor, article, language, xliff);
    return Objects.requireNonNull(json.readValue(told, Exchanged.class), "an answer");
  }

  /** Takes a whole text in another language. */
  Exchanged text(Visitor visitor, UUID article, String language, Map<String, Object> whole) {
    String path = path(article, language) + "/text";
    return calls.send(HttpMethod.PUT, path, visitor, whole, null, Exchanged.class).value();
  }

  void askMachine(Visitor visitor, UUID article, String language) {
    calls.send(HttpMethod.POST, path(article, language), visitor, Map.of());
  }

  MachineWork.Stack machineWork(Visitor visitor, @Nullable String after) {
    UriBuilder uri = UriBuilder.of(JOBS);
    if (after != null) {
      uri.queryParam("after", after);
    }
    return calls
        .get(uri.build().toString(), visitor, MachineWork.Stack.class)
        .map(Tagged::value)
        .orElseGet(() -> new MachineWork.Stack(List.of(), null));
  }

  Optional<MachineWork> machineWork(Visitor visitor, UUID id) {
    return calls.get(JOBS + "/" + id, visitor, MachineWork.class).map(Tagged::value);
  }

  /** Holds a machine translation, lets it go on, or ends it. */
  void steer(Visitor visitor, UUID id, String act) {
    String job = JOBS + "/" + id;
    switch (act) {
      case "pause" -> calls.send(HttpMethod.PUT, job + "/pause", visitor, Map.of());
      case "resume" -> calls.send(HttpMethod.DELETE, job + "/pause", visitor, null);
      case "cancel" -> calls.send(HttpMethod.DELETE, job, visitor, null);
      default -> {}
    }
  }

  void publish(Visitor visitor, UUID article, String language, @Nullable String slug) {
    Map<String, String> body =
        slug == null || slug.isBlank() ? Map.of() : Map.of("slug", slug.strip());
    calls.send(HttpMethod.PUT, path(article, language) + "/publication", visitor, body);
  }

  void takeBack(Visitor visitor, UUID article, String language) {
    calls.send(HttpMethod.DELETE, path(article, language) + "/publication", visitor, null);
  }

  Optional<Preview> preview(Visitor visitor, UUID article, String language) {
    return calls
        .get(path(article, language) + "/preview", visitor, Preview.class)
        .map(Tagged::value);
  }

  /**
   * Whether mails go out.
   *
   * @param failure why one that still waits was not taken
   */
  @Serdeable
  public record Mail(
      boolean on, @Nullable Instant sentAt, @Nullable String failure, @Nullable Instant failedAt) {}

  /** For administrators; empty while it can't be had. */
  Optional<Mail> mail(Visitor visitor) {
    try {
      return calls.get(TRANSLATIONS + "/mail", visitor, Mail.class).map(Tagged::value);
    } catch (Refused | Unavailable nothing) {
      return Optional.empty();
    }
  }

  /** A translation as readers would get it now. */
  @Serdeable
  public record Preview(String title, @Nullable String summary, String html) {}

  private static String path(UUID article, String language) {
    return UriBuilder.of(TRANSLATIONS).path(article.toString()).path(language).build().toString();
  }
}
