package voxpop.comment.comment;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

@Controller("/api/comments")
class CommentController {
  static final int MAX_LIMIT = 200;

  private final Commenting commenting;
  private final Threads threads;
  private final Withdrawing withdrawing;
  private final Correcting correcting;

  CommentController(
      Commenting commenting, Threads threads, Withdrawing withdrawing, Correcting correcting) {
    this.commenting = commenting;
    this.threads = threads;
    this.withdrawing = withdrawing;
    this.correcting = correcting;
  }

  /**
   * 201 for what everybody sees now, 202 for what a moderator is to see first, 200 for what was
   * stored before.
   */
  @Post
  CompletionStage<HttpResponse<ShownComment>> write(
      @Body @Valid NewComment typed,
      @QueryValue @Nullable @Size(max = 35) String language,
      Caller caller) {
    return commenting
        .write(typed, caller, language)
        .thenApply(stored -> answer(stored, ShownComment.to(caller, stored.comment())));
  }

  private static HttpResponse<ShownComment> answer(Stored stored, ShownComment shown) {
    URI location = UriBuilder.of("/api/comments").path(shown.id().toString()).build();
    MutableHttpResponse<ShownComment> response =
        stored.again()
            ? HttpResponse.ok(shown)
            : stored.comment().isPublished()
                ? HttpResponse.created(shown)
                : HttpResponse.accepted().body(shown);
    return response.header(HttpHeaders.LOCATION, location.toString());
  }

  /** An article's thread; for moderators, who give a status instead, all comments that stand so. */
  @Get
  HttpResponse<byte[]> list(
      @QueryValue @Nullable UUID article,
      @QueryValue @Nullable CommentStatus status,
      @QueryValue @Nullable @Size(max = 35) String language,
      @QueryValue(defaultValue = "oldest") Order sort,
      @QueryValue(defaultValue = "50") @Min(1) @Max(MAX_LIMIT) int limit,
      @QueryValue @Nullable @Size(max = 200) String after,
      HttpRequest<?> request,
      Caller caller) {
    if (status != null) {
      caller.require(Role.MODERATOR, Role.EDITOR);
      return linked(request, threads.queue(status, sort, limit, after, caller));
    }
    if (article == null) {
      throw Problem.invalid("article", "Say which article's comments you want.");
    }
    return linked(request, threads.thread(article, language, sort, limit, after, caller));
  }

  @Get("/{id}")
  ShownComment one(UUID id, Caller caller) {
    return threads.one(id, caller);
  }

  /** {@code language}: BCP 47. */
  @Serdeable
  record Said(@NotBlank @Size(max = 35) String language) {}

  /** Its writer, or a moderator, says in which language it is. */
  @Put("/{id}/language")
  ShownComment correct(UUID id, @Body @Valid Said said, Caller caller) {
    return correcting.correct(id, said.language(), caller);
  }

  /** Its writer takes a comment back. */
  @Delete("/{id}")
  HttpResponse<?> withdraw(UUID id, Caller caller) {
    withdrawing.withdraw(id, caller);
    return HttpResponse.noContent();
  }

  /** Web linking (RFC 8288): the next stretch, if there is one. */
  private static HttpResponse<byte[]> linked(HttpRequest<?> request, WrittenList list) {
    MutableHttpResponse<byte[]> response =
        HttpResponse.ok(list.json()).contentType(MediaType.APPLICATION_JSON_TYPE);
    if (list.next() == null) {
      return response;
    }
    URI next = UriBuilder.of(request.getUri()).replaceQueryParam("after", list.next()).build();
    return response.header(
        HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
  }
}
