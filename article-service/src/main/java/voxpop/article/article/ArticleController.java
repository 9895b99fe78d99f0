package voxpop.article.article;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Revisions;
import voxpop.article.edition.Page;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

/** Writing, publishing and withdrawing. */
@Controller("/api/articles")
class ArticleController {

  private final Writing writing;
  private final Publishing publishing;
  private final Desk desk;

  ArticleController(Writing writing, Publishing publishing, Desk desk) {
    this.writing = writing;
    this.publishing = publishing;
    this.desk = desk;
  }

  /** When, and whether it only mends what was there: then no translation is worse than it was. */
  @Serdeable
  record Publication(@Nullable Instant at, @Nullable Boolean correction) {}

  @Post
  HttpResponse<Page> create(
      Caller caller,
      @Header("Idempotency-Key")
          @Nullable
          @Size(min = 1, max = 200, message = "takes {min} to {max} characters")
          String key,
      @Body @Valid Draft draft) {
    var article = writing.create(caller.require(Role.AUTHOR, Role.EDITOR), draft, key);
    return tagged(
        HttpResponse.created(desk.written(article), URI.create("/api/articles/" + article.id())),
        article);
  }

  @Put("/{id}")
  HttpResponse<Page> revise(
      Caller caller,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body @Valid Draft draft) {
    var author = caller.require(Role.AUTHOR, Role.EDITOR);
    var article = writing.revise(author, id, draft, Revisions.required(ifMatch));
    return tagged(HttpResponse.ok(desk.written(article)), article);
  }

  @Delete("/{id}")
  HttpResponse<?> remove(
      Caller caller, UUID id, @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    writing.remove(caller.require(Role.AUTHOR, Role.EDITOR), id, Revisions.expected(ifMatch));
    return HttpResponse.noContent();
  }

  @Put("/{id}/publication")
  HttpResponse<Page> publish(
      Caller caller,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body @Nullable Publication publication) {
    var author = caller.require(Role.AUTHOR, Role.EDITOR);
    var at = publication == null ? null : publication.at();
    var correction = publication != null && Boolean.TRUE.equals(publication.correction());
    var article = publishing.publish(author, id, at, correction, Revisions.expected(ifMatch));
    return tagged(HttpResponse.ok(desk.written(article)), article);
  }

  @Delete("/{id}/publication")
  HttpResponse<?> withdraw(Caller caller, UUID id) {
    publishing.withdraw(caller.require(Role.AUTHOR, Role.EDITOR), id);
    return HttpResponse.noContent();
  }

  static <T> HttpResponse<T> tagged(MutableHttpResponse<T> response, Article article) {
    return response.header(HttpHeaders.ETAG, Revisions.etag(article.newestRevision()));
  }
}
