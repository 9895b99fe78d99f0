package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Article;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Byline;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Topic;
import voxpop.gateway.client.Visitor;

/** What editors ask of article-service about what the house itself says to readers. */
@Singleton
public class House {
  private static final String SERIES = "/api/series";
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/]+)?/([^/]+)/([^/?#]+)");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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

  /** A series: a text of the house with articles in their order. */
  @Serdeable
  public record Series(
      UUID id,
      String slug,
      String name,
      @Nullable String description,
      String language,
      String originalLanguage,
      List<UUID> articles) {
    public Series {
      articles = articles == null ? List.of() : articles;
    }
  }

  @Serdeable
  record SeriesInput(
      String name, @Nullable String description, @Nullable String language, List<UUID> articles) {}

  /** The menu as it was written. */
  @Serdeable
  public record Menu(
      @Nullable UUID id, @Nullable String originalLanguage, String language, List<Line> lines) {
    public Menu {
      lines = lines == null ? List.of() : lines;
    }
  }

  @Serdeable
  public record Line(String label, String kind, String target) {}

  @Serdeable
  record MenuInput(@Nullable String language, List<Line> lines) {}

  @Serdeable
  record NoteInput(@Nullable String note, @Nullable String language) {}

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

  List<Topic> allSeries(Visitor visitor, String language) {
    return calls
        .get(in(SERIES, language), visitor, Topics.class)
        .map(found -> found.value().items())
        .orElseGet(List::of);
  }

  /** As it was written. */
  Optional<Tagged<Series>> series(Visitor visitor, String slug, String language) {
    return calls
        .get(in(seriesAt(slug), language), visitor, Series.class)
        .flatMap(
            found ->
                found.value().originalLanguage().equals(found.value().language())
                    ? Optional.of(found)
                    : calls.get(
                        in(seriesAt(slug), found.value().originalLanguage()),
                        visitor,
                        Series.class));
  }

  void create(Visitor visitor, SeriesInput input) {
    calls.send(HttpMethod.POST, SERIES, visitor, input, null, Series.class);
  }

  void change(Visitor visitor, String slug, SeriesInput input, @Nullable String ifMatch) {
    calls.send(HttpMethod.PUT, seriesAt(slug), visitor, input, ifMatch, Series.class);
  }

  void removeSeries(Visitor visitor, String slug) {
    calls.send(HttpMethod.DELETE, seriesAt(slug), visitor, null);
  }

  /** The article at an address of this site, as {@code /en/slug}, or with this id. */
  Optional<UUID> article(Visitor visitor, String typed) {
    Matcher address = ADDRESS.matcher(typed);
    if (ID.matcher(typed).matches()) return Optional.of(UUID.fromString(typed));
    if (!address.matches()) return Optional.empty();
    String path =
        UriBuilder.of("/api/articles/by-slug")
            .path(address.group(1))
            .path(address.group(2))
            .build()
            .toString();
    return calls.get(path, visitor, Article.class).map(found -> found.value().id());
  }

  /** As it was written; empty as long as nobody has written one. */
  Tagged<Menu> menu(Visitor visitor, String language) {
    Tagged<Menu> menu = calls.get(in("/api/menu", language), visitor, Menu.class).orElseThrow();
    String written = menu.value().originalLanguage();
    return written == null || written.equals(menu.value().language())
        ? menu
        : calls.get(in("/api/menu", written), visitor, Menu.class).orElse(menu);
  }

  void write(Visitor visitor, MenuInput input, @Nullable String ifMatch) {
    calls.send(HttpMethod.PUT, "/api/menu", visitor, input, ifMatch, Menu.class);
  }

  /** What somebody says about themself, as they wrote it. */
  Optional<Byline> note(Visitor visitor, String author) {
    return calls.get(authorAt(author), visitor, Byline.class).map(Tagged::value);
  }

  void say(Visitor visitor, String author, NoteInput note) {
    calls.send(HttpMethod.PUT, authorAt(author) + "/note", visitor, note, null, Byline.class);
  }

  private static String authorAt(String name) {
    return UriBuilder.of("/api/authors").path(name).build().toString();
  }

  private static String seriesAt(String slug) {
    return UriBuilder.of(SERIES).path(slug).build().toString();
  }

  private static String topicAt(String slug) {
    return UriBuilder.of("/api/topics").path(slug).build().toString();
  }

  private static String in(String path, String language) {
    return UriBuilder.of(path).queryParam("language", language).build().toString();
  }
}
