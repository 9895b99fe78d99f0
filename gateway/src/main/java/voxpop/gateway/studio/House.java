package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Topic;
import voxpop.gateway.client.Visitor;

/** What editors ask of article-service about what the house itself says to readers. */
@Singleton
public class House {
  private final Calls calls;

  House(ArticleService articles) {
    this.calls = articles.calls();
  }

  @Serdeable
  record Topics(List<Topic> items) {}

  /** A text of the house: what it is called, and what is said of it. */
  @Serdeable
  public record Text(
      UUID id,
      String slug,
      String name,
      @Nullable String description,
      String language,
      String originalLanguage) {}

  @Serdeable
  record TextInput(String name, @Nullable String description, @Nullable String language) {}

  List<Topic> topics(Visitor visitor, String language) {
    return calls
        .get(in("/api/topics", language), visitor, Topics.class)
        .map(found -> found.value().items())
        .orElseGet(List::of);
  }

  /** As it was written, in whichever language that was. */
  Optional<Tagged<Text>> topic(Visitor visitor, String slug, String language) {
    return calls
        .get(in(topicAt(slug), language), visitor, Text.class)
        .flatMap(
            found ->
                found.value().originalLanguage().equals(found.value().language())
                    ? Optional.of(found)
                    : calls.get(
                        in(topicAt(slug), found.value().originalLanguage()), visitor, Text.class));
  }

  void change(Visitor visitor, String slug, TextInput input, @Nullable String ifMatch) {
    calls.send(HttpMethod.PUT, topicAt(slug), visitor, input, ifMatch, Text.class);
  }

  private static String topicAt(String slug) {
    return UriBuilder.of("/api/topics").path(slug).build().toString();
  }

  private static String in(String path, String language) {
    return UriBuilder.of(path).queryParam("language", language).build().toString();
  }
}
