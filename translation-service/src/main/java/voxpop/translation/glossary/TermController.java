package voxpop.translation.glossary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;
import voxpop.translation.IfMatch;

/** The glossary: read by all who work here, changed by who may translate into the language. */
@Controller("/api/glossary")
class TermController {
  private static final UUID START = new UUID(0, 0);

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<Term> items, @Nullable String next) {}

  private final Glossary glossary;
  private final TermPlaces places;

  TermController(Glossary glossary, TermPlaces places) {
    this.glossary = glossary;
    this.places = places;
  }

  @Get
  Items list(
      @QueryValue(defaultValue = "") String source,
      @QueryValue(defaultValue = "") String target,
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
      @QueryValue @Nullable UUID after,
      Caller caller) {
    lookAt(caller);
    List<Term> found =
        glossary.page(source, target, q.strip(), after == null ? START : after, limit + 1);
    boolean more = found.size() > limit;
    List<Term> page = more ? found.subList(0, limit) : found;
    return new Items(page, more ? page.getLast().id().toString() : null);
  }

  @Get("/{id}")
  Optional<HttpResponse<Term>> one(UUID id, Caller caller) {
    lookAt(caller);
    return glossary.term(id).map(term -> tagged(HttpResponse.ok(term), term));
  }

  @Post
  HttpResponse<Term> add(@Body @Valid TermInput input, Caller caller) {
    change(caller, input.target());
    Term term = glossary.add(input);
    URI place = URI.create("/api/glossary/" + term.id());
    return tagged(HttpResponse.created(term, place), term);
  }

  @Put("/{id}")
  HttpResponse<Term> change(
      UUID id,
      @Header("If-Match") @Nullable String ifMatch,
      @Body @Valid TermInput input,
      Caller caller) {
    change(caller, input.target());
    glossary.term(id).ifPresent(term -> change(caller, term.target()));
    Term term = glossary.change(id, IfMatch.version(ifMatch), input);
    return tagged(HttpResponse.ok(term), term);
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(UUID id, @Header("If-Match") @Nullable String ifMatch, Caller caller) {
    caller.require(Role.TRANSLATOR, Role.EDITOR);
    glossary.term(id).ifPresent(term -> change(caller, term.target()));
    glossary.remove(id, IfMatch.version(ifMatch));
  }

  /** Exactly the sentences, in all articles, in which the term stands. */
  @Get("/{id}/segments")
  Optional<TermPlaces.Page> segments(
      UUID id,
      @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
      @QueryValue @Nullable String after,
      Caller caller) {
    lookAt(caller);
    return glossary.term(id).map(term -> places.of(term, after, limit));
  }

  /** The answer's {@code Link} leads to the sentences that a change may touch. */
  private static HttpResponse<Term> tagged(MutableHttpResponse<Term> answer, Term term) {
    return answer
        .header("ETag", "\"" + term.version() + "\"")
        .header("Link", "</api/glossary/" + term.id() + "/segments>; rel=\"related\"");
  }

  static void lookAt(Caller caller) {
    caller.require(Role.TRANSLATOR, Role.EDITOR, Role.AUTHOR);
  }

  static void change(Caller caller, String target) {
    if (!caller.require(Role.TRANSLATOR, Role.EDITOR).mayTranslate(target)) {
      throw Problem.forbidden("You are no translator into the language “" + target + "”.");
    }
  }
}
