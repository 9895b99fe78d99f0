package voxpop.gateway.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Comment;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.FreshCookie;
import voxpop.gateway.edge.Visitors;
import voxpop.kit.problem.Problem;

/**
 * A comment from a program or a script: its answer tells which article was written on, so that its
 * writer sees it.
 */
@Controller("/api/comments")
class CommentPosting {
  private final CommentService comments;
  private final Visitors visitors;
  private final FreshCookie fresh;
  private final JsonMapper json;

  CommentPosting(CommentService comments, Visitors visitors, FreshCookie fresh, JsonMapper json) {
    this.comments = comments;
    this.visitors = visitors;
    this.fresh = fresh;
    this.json = json;
  }

  static boolean takes(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.POST && request.getPath().equals("/api/comments");
  }

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<?> post(HttpRequest<?> request, @Body byte @Nullable [] body) throws IOException {
    MediaType type = request.getContentType().orElse(MediaType.APPLICATION_JSON_TYPE);
    if (!type.getName().equals(MediaType.APPLICATION_JSON)) {
      throw Problem.unsupported("Send it as application/json.");
    }
    Visitor visitor = visitors.writing(request);
    HttpResponse<byte[]> answer =
        comments.post(
            visitor,
            body == null ? new byte[0] : body,
            type.toString(),
            request.getUri().getRawQuery());
    byte[] told = answer.getBody(byte[].class).orElseGet(() -> new byte[0]);
    MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(answer.status()).body(told);
    for (String name :
        new String[] {
          HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER
        }) {
      String value = answer.header(name);
      if (value != null) {
        response.header(name, value);
      }
    }
    if (answer.code() < 300) {
      Comment comment = json.readValue(told, Comment.class);
      if (comment != null) {
        response.cookie(fresh.of(comment.article()));
      }
    }
    return response;
  }
}
