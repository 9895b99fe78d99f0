package voxpop.article.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

@Controller("/api/authors")
class AuthorController {

  private final Authors authors;
  private final AuthorRepository repository;

  AuthorController(Authors authors, AuthorRepository repository) {
    this.authors = authors;
    this.repository = repository;
  }

  /** Everybody with an account. */
  @Serdeable
  record People(List<Person> items) {}

  @Get
  People list(Caller caller) {
    caller.require(Role.ADMINISTRATOR);
    return new People(repository.findAllOrderByName().stream().map(Person::new).toList());
  }

  @Get("/{name}")
  Optional<Byline> show(String name) {
    return repository
        .findByName(name)
        .map(author -> new Byline(author.name(), author.displayName(), author.note()));
  }

  @Post
  HttpResponse<Person> create(Caller caller, @Body @Valid AuthorInput input) {
    caller.require(Role.ADMINISTRATOR);
    var author = authors.create(input);
    return HttpResponse.created(new Person(author), URI.create("/api/authors/" + author.name()));
  }

  @Put("/{id}")
  Optional<Person> change(Caller caller, UUID id, @Body @Valid AuthorInput input) {
    caller.require(Role.ADMINISTRATOR);
    return authors.change(id, input).map(Person::new);
  }
}
