package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.SegmentEdit;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.TranslationService;
import voxpop.gateway.client.Visitor;

/** What translators ask of translation-service. */
@Singleton
public class Workshop {
  private static final String TRANSLATIONS = "/api/translations";

  private final Calls calls;

  Workshop(TranslationService translations) {
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

  void askMachine(Visitor visitor, UUID article, String language) {
    calls.send(HttpMethod.POST, path(article, language), visitor, Map.of());
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

  /** A translation as readers would get it now. */
  @Serdeable
  public record Preview(String title, @Nullable String summary, String html) {}

  private static String path(UUID article, String language) {
    return UriBuilder.of(TRANSLATIONS).path(article.toString()).path(language).build().toString();
  }
}
