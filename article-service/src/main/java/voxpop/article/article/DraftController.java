package voxpop.article.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.site.CommentRule;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/** What an editor program needs beside the article: the text as typed, its history, a preview. */
@Controller("/api/articles")
class DraftController {

  private final Desk desk;
  private final Drafts drafts;
  private final RevisionTable revisions;
  private final Text text;

  DraftController(Desk desk, Drafts drafts, RevisionTable revisions, Text text) {
    this.desk = desk;
    this.drafts = drafts;
    this.revisions = revisions;
    this.text = text;
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Typed(
      UUID article,
      Kind kind,
      String language,
      String title,
      @Nullable String summary,
      String body,
      Format format,
      List<String> topics,
      @Nullable String slug,
      CommentRule comments,
      int revision,
      @Nullable Integer publishedRevision,
      Status status,
      @Nullable Instant scheduledAt) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record History(List<Drafts.Saved> items) {}

  @Serdeable
  record Sketch(
      @Nullable String language,
      @NotNull(message = "is missing")
          @Size(max = Draft.LONGEST_BODY, message = "can have {max} characters")
          String body,
      @NotNull(message = "say markdown or html") Format format) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Preview(String html) {}

  @Get("/{id}/draft")
  HttpResponse<Typed> draft(Caller caller, UUID id) {
    var article = desk.editable(caller, id);
    return ArticleController.tagged(
        HttpResponse.ok(typed(article, revisions.get(id, article.newestRevision()))), article);
  }

  @Get("/{id}/revisions")
  History history(Caller caller, UUID id) {
    return new History(drafts.revisions(desk.editable(caller, id).id()));
  }

  @Get("/{id}/revisions/{number}")
  Typed revision(Caller caller, UUID id, int number) {
    var article = desk.editable(caller, id);
    return revisions
        .find(id, number)
        .map(revision -> typed(article, revision))
        .orElseThrow(() -> Problem.notFound("There is no such revision."));
  }

  @Post("/preview")
  HttpResponse<Preview> preview(Caller caller, @Body @Valid Sketch sketch) {
    caller.require(Role.AUTHOR, Role.EDITOR);
    return HttpResponse.ok(new Preview(text.toHtml(sketch.format(), sketch.body())));
  }

  private static Typed typed(Article article, Revision revision) {
    return new Typed(
        article.id(),
        article.kind(),
        article.language(),
        revision.title(),
        revision.summary(),
        revision.body(),
        revision.format(),
        revision.topics(),
        revision.slug(),
        article.comments(),
        revision.number(),
        article.publishedRevision(),
        article.status(),
        article.publishAt());
  }
}
