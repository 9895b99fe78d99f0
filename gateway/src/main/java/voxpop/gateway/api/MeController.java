package voxpop.gateway.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Comment;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.Recommendation;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Visitors;

/** What is one reader's, brought after the page; never kept by any cache. */
@Controller("/api/me")
class MeController {
  private final ArticleService articles;
  private final CommentService comments;
  private final Visitors visitors;

  MeController(ArticleService articles, CommentService comments, Visitors visitors) {
    this.articles = articles;
    this.comments = comments;
    this.visitors = visitors;
  }

  @Get
  HttpResponse<Me> me(HttpRequest<?> request, @Nullable @QueryValue UUID article) {
    Visitor visitor = visitors.of(request);
    Optional<Recommendation> recommendation =
        article == null ? Optional.empty() : recommendation(visitor, article);
    return HttpResponse.ok(
            new Me(
                visitor.author().orElse(null),
                visitor.reader() != null,
                recommendation.map(Recommendation::recommended).orElse(null),
                recommendation.map(Recommendation::count).orElse(null),
                article == null ? List.of() : held(visitor, article)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** Nothing is known of somebody who never wrote, and nobody need be asked. */
  private Optional<Recommendation> recommendation(Visitor visitor, UUID article) {
    if (visitor.reader() == null) {
      return Optional.empty();
    }
    try {
      return articles.recommendation(visitor, article);
    } catch (Unavailable e) {
      return Optional.empty();
    }
  }

  private List<Comment> held(Visitor visitor, UUID article) {
    if (visitor.reader() == null && visitor.author().isEmpty()) {
      return List.of();
    }
    try {
      return comments.discussion(visitor, article, null).items().stream()
          .filter(comment -> comment.waiting() && Boolean.TRUE.equals(comment.own()))
          .toList();
    } catch (Unavailable e) {
      return List.of();
    }
  }
}
