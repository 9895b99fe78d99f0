package voxpop.article.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

@Controller("/api/authors")
class AuthorController {

  private final Authors authors;
  private final Notes notes;
  private final AuthorRepository repository;

  AuthorController(Authors authors, Notes notes, AuthorRepository repository) {
    this.authors = authors;
    this.notes = notes;
    this.repository = repository;
  }

  /** Everybody with an account. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record People(List<Person> items) {}

  @Get
  People list(Caller caller) {
    caller.require(Role.ADMINISTRATOR);
    return new People(repository.findAllOrderByName().stream().map(Person::new).toList());
  }

  /** One address for both: to readers an author is a name, to administrators an identifier. */
  @Get("/{author}{?language}")
  Optional<Byline> show(String author, @QueryValue @Nullable String language) {
    return notes.find(author, language);
  }

  @Put("/{author}/note")
  Optional<Byline> note(Caller caller, String author, @Body @Valid NoteInput input) {
    return notes.write(caller.require(), author, input);
  }

  @Post
  HttpResponse<Person> create(Caller caller, @Body @Valid AuthorInput input) {
    caller.require(Role.ADMINISTRATOR);
    var author = authors.create(input);
    return HttpResponse.created(new Person(author), URI.create("/api/authors/" + author.name()));
  }

  @Put("/{author}")
  Optional<Person> change(Caller caller, UUID author, @Body @Valid AuthorInput input) {
    caller.require(Role.ADMINISTRATOR);
    return authors.change(author, input).map(Person::new);
  }
}
