package voxpop.gateway.studio;

import static voxpop.gateway.studio.SettingsController.list;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.studio.Household.Person;
import voxpop.gateway.studio.Household.PersonInput;

/** Who has an account, and what they may do. */
@Controller("/studio/people")
public class PeopleController {
  private final StudioPages pages;
  private final Household household;

  PeopleController(StudioPages pages, Household household) {
    this.pages = pages;
    this.household = household;
  }

  /** What the form holds, as typed; each role is a box to tick. */
  @Serdeable
  public record Form(
      @Nullable String email,
      @Nullable String name,
      @Nullable String displayName,
      @Nullable String note,
      @Nullable String administrator,
      @Nullable String editor,
      @Nullable String author,
      @Nullable String translator,
      @Nullable String moderator,
      @Nullable String languages,
      @Nullable String password,
      @Nullable String token) {
    static final Form BLANK =
        new Form(null, null, null, null, null, null, "on", null, null, null, null, null);

    static Form of(Person person) {
      return new Form(
          person.email(),
          person.name(),
          person.displayName(),
          person.note(),
          box(person, "administrator"),
          box(person, "editor"),
          box(person, "author"),
          box(person, "translator"),
          box(person, "moderator"),
          String.join(", ", person.languages()),
          null,
          null);
    }

    private static @Nullable String box(Person person, String role) {
      return person.roles().contains(role) ? "on" : null;
    }

    public boolean ticks(String role) {
      return roles().contains(role);
    }

    List<String> roles() {
      return Stream.of(
              administrator == null ? "" : "administrator",
              editor == null ? "" : "editor",
              author == null ? "" : "author",
              translator == null ? "" : "translator",
              moderator == null ? "" : "moderator")
          .filter(role -> !role.isEmpty())
          .toList();
    }

    PersonInput input() {
      String typed = orEmpty(name);
      return new PersonInput(
          orEmpty(email),
          typed.isEmpty() ? null : typed,
          orEmpty(displayName),
          note,
          roles(),
          list(languages),
          password == null || password.isEmpty() ? null : password);
    }
  }

  @Get
  HttpResponse<byte[]> everybody(Visitor visitor, @QueryValue @Nullable String done) {
    return pages.page(
        pages.studio(visitor, "people", done),
        "people",
        Map.of("people", household.people(visitor)));
  }

  @Get("/new")
  HttpResponse<byte[]> blank(Visitor visitor) {
    return form(HttpStatus.OK, pages.studio(visitor, "people", null), null, Form.BLANK);
  }

  @Get("/{id}")
  Optional<HttpResponse<byte[]>> one(Visitor visitor, UUID id) {
    return household.people(visitor).stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .map(
            person ->
                form(HttpStatus.OK, pages.studio(visitor, "people", null), id, Form.of(person)));
  }

  @Post("/new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> welcome(Visitor visitor, @Body Form form) {
    pages.check(visitor, form.token());
    try {
      household.welcome(visitor, form.input());
    } catch (Refused refused) {
      return form(
          HttpStatus.valueOf(refused.status()),
          pages.refused(visitor, "people", refused.problem()),
          null,
          form);
    }
    return to("/studio/people?done=welcomed");
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> change(Visitor visitor, UUID id, @Body Form form) {
    pages.check(visitor, form.token());
    try {
      household.change(visitor, id, form.input());
    } catch (Refused refused) {
      return form(
          HttpStatus.valueOf(refused.status()),
          pages.refused(visitor, "people", refused.problem()),
          id,
          form);
    }
    return to("/studio/people?done=settled");
  }

  private HttpResponse<byte[]> form(
      HttpStatus status, Studio studio, @Nullable UUID id, Form form) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", id);
    model.put("form", form);
    return pages.page(status, studio, "person", model);
  }
}
