package voxpop.gateway.studio;

import static voxpop.gateway.studio.SettingsController.orEmpty;
import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Visitor;

/** Series: a name, a description, and articles by their addresses, one each line. */
@Controller("/studio/house/series")
public class SeriesController {
  private final StudioPages pages;
  private final Manuscripts manuscripts;
  private final House house;

  SeriesController(StudioPages pages, Manuscripts manuscripts, House house) {
    this.pages = pages;
    this.manuscripts = manuscripts;
    this.house = house;
  }

  /**
   * What the form holds, as typed.
   *
   * @param id under which it is translated
   * @param act {@code remove} to do so
   */
  @Serdeable
  public record Form(
      @Nullable String name,
      @Nullable String description,
      @Nullable String language,
      @Nullable String articles,
      @Nullable UUID id,
      @Nullable String etag,
      @Nullable String act,
      @Nullable String token) {
    static final Form BLANK = new Form(null, null, null, null, null, null, null, null);

    List<String> lines() {
      return orEmpty(articles).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    House.SeriesInput input(List<UUID> found) {
      return new House.SeriesInput(orEmpty(name), orEmpty(description), language, found);
    }
  }

  @Get("/new")
  HttpResponse<byte[]> blank(Visitor visitor) {
    return form(HttpStatus.OK, pages.studio(visitor, "house", null), null, Form.BLANK);
  }

  @Get("/{slug}")
  Optional<HttpResponse<byte[]>> show(Visitor visitor, String slug) {
    Studio studio = pages.studio(visitor, "house", null);
    return house
        .series(visitor, slug, studio.site().language())
        .map(series -> form(HttpStatus.OK, studio, slug, filled(visitor, series)));
  }

  @Post("/new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> create(Visitor visitor, @Body Form form) {
    return done(visitor, null, form, articles -> house.create(visitor, form.input(articles)));
  }

  @Post("/{slug}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> change(Visitor visitor, String slug, @Body Form form) {
    if ("remove".equals(form.act())) {
      pages.check(visitor, form.token());
      house.removeSeries(visitor, slug);
      return to("/studio/house?done=removed");
    }
    return done(
        visitor,
        slug,
        form,
        articles -> house.change(visitor, slug, form.input(articles), form.etag()));
  }

  /** What is done with the articles when all of them are known. */
  private interface Act {
    void with(List<UUID> articles);
  }

  private HttpResponse<byte[]> done(Visitor visitor, @Nullable String slug, Form form, Act act) {
    pages.check(visitor, form.token());
    Studio studio = pages.studio(visitor, "house", null);
    List<UUID> articles = new ArrayList<>();
    try {
      for (String line : form.lines()) {
        Optional<UUID> article = house.article(visitor, line);
        if (article.isEmpty()) {
          var unknown = new Problem.Violation("articles", studio.say("house.series.unknown", line));
          var problem = new Problem("/problems/invalid", "Invalid", 400, null, List.of(unknown));
          return form(HttpStatus.BAD_REQUEST, pages.refused(visitor, "house", problem), slug, form);
        }
        articles.add(article.get());
      }
      act.with(articles);
    } catch (Refused refused) {
      return form(
          HttpStatus.valueOf(refused.status()),
          pages.refused(visitor, "house", refused.problem()),
          slug,
          form);
    }
    return to("/studio/house?done=settled");
  }

  /** Articles by their addresses; those that readers don't get (yet) by their ids. */
  private Form filled(Visitor visitor, Tagged<House.Series> series) {
    House.Series said = series.value();
    return new Form(
        said.name(),
        said.description(),
        said.language(),
        said.articles().stream()
            .map(id -> address(visitor, id).orElse(id.toString()))
            .collect(Collectors.joining("\n")),
        said.id(),
        series.etag(),
        null,
        null);
  }

  private Optional<String> address(Visitor visitor, UUID article) {
    try {
      return manuscripts.published(visitor, article);
    } catch (Refused withdrawn) {
      return Optional.empty();
    }
  }

  private HttpResponse<byte[]> form(
      HttpStatus status, Studio studio, @Nullable String slug, Form form) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("slug", slug);
    model.put("form", form);
    return pages.page(status, studio, "series", model);
  }
}
