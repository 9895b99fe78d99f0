package voxpop.gateway.client;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The workshop. Readers' pages never ask it. Rules as of {@link ArticleService}. */
@Singleton
public class TranslationService {

  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Downstream service;
  private final JsonMapper json;

  TranslationService(
      @Client("translation-service") HttpClient http, JsonMapper json, Guards guards) {
    this.service = new Downstream("translation-service", guards, http, json, BUDGET);
    this.json = json;
  }

  public Optional<Workbench> workbench(Visitor visitor, UUID article, String language) {
    return service.get(of(article, language), visitor, Workbench.class);
  }

  public Tagged<Segment> translate(
      Visitor visitor,
      UUID article,
      String language,
      String segment,
      SegmentEdit edit,
      String ifMatch) {
    String path = of(article, language) + "/segments/" + segment;
    return service.send(HttpMethod.PUT, path, visitor, edit, ifMatch, Segment.class);
  }

  /** What readers see of a published translation, sentence by sentence; empty if there is none. */
  public List<Sentence> sentences(Visitor visitor, UUID article, String language) {
    return service
        .get(of(article, language) + "/sentences", visitor, Sentence.All.class)
        .map(Sentence.All::items)
        .orElseGet(List::of);
  }

  public void suggest(Visitor visitor, UUID article, String language, NewSuggestion suggestion) {
    service.send(HttpMethod.POST, of(article, language) + "/suggestions", visitor, suggestion);
  }

  /**
   * Takes a translators' file in.
   *
   * @return what became of it, as JSON
   */
  public byte[] file(Visitor visitor, UUID article, String language, byte[] xliff)
      throws IOException {
    String path = of(article, language) + "/xliff";
    HttpResponse<byte[]> answer =
        service.relay(HttpMethod.POST, path, visitor, xliff, "application/xliff+xml");
    byte[] body = answer.getBody(byte[].class).orElseGet(() -> new byte[0]);
    if (answer.code() == 200) return body;
    Problem problem = json.readValue(body, Problem.class);
    throw new Refused(answer.code(), Objects.requireNonNull(problem, "a refusal"), null);
  }

  /** A comment in another language; asked for, it is made. */
  public CommentText comment(Visitor visitor, UUID comment, String language) {
    String path =
        ArticleService.path("api", "translations", "comments", comment.toString(), language);
    return service.send(HttpMethod.POST, path, visitor, Map.of(), null, CommentText.class).value();
  }

  /** A language, and one that an engine translates it into. */
  @Serdeable
  public record Pair(String source, String target) {}

  @Serdeable
  record Pairs(List<Pair> items) {}

  /** What an engine for readers translates now, as far as it is among these languages. */
  public List<Pair> pairs(List<String> languages) {
    String path = "/pairs?languages=" + String.join(",", languages);
    return service.get(path, Visitor.NOBODY, Pairs.class).map(Pairs::items).orElseGet(List::of);
  }

  public boolean away() {
    return service.away();
  }

  /** For calls that only the studio makes and shapes itself. */
  public Calls calls() {
    return new Calls(service);
  }

  private static String of(UUID article, String language) {
    return ArticleService.path("api", "translations", article.toString(), language);
  }
}
