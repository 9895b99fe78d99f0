package voxpop.gateway.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Comment;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.CommentText;
import voxpop.gateway.client.Problem.Violation;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.TranslationService;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Delivery;
import voxpop.gateway.edge.FreshCookie;
import voxpop.gateway.edge.Visitors;
import voxpop.kit.problem.Problem;

/** Comments and their languages, without a script: read one in one's own, say which one it is. */
@Controller("/{lang}/{slug}/comments/{id}")
class TongueController {
  private final Reading reading;
  private final CommentService comments;
  private final TranslationService translations;
  private final Visitors visitors;
  private final FreshCookie fresh;
  private final Complaints complaints;
  private final Pages pages;

  TongueController(
      Reading reading,
      CommentService comments,
      TranslationService translations,
      Visitors visitors,
      FreshCookie fresh,
      Complaints complaints,
      Pages pages) {
    this.reading = reading;
    this.comments = comments;
    this.translations = translations;
    this.visitors = visitors;
    this.fresh = fresh;
    this.complaints = complaints;
    this.pages = pages;
  }

  @Serdeable
  record Tongue(@Nullable String language) {}

  /** Whoever reloads or shares the address of a form's answer comes to the comment itself. */
  @Get("/translation")
  HttpResponse<?> original(String lang, String slug, UUID id) {
    return HttpResponse.seeOther(place(reading.current(lang, slug), id));
  }

  /** The comment in the page's language, with the original beside it. */
  @Post("/translation")
  @Consumes(MediaType.ALL)
  HttpResponse<?> translate(HttpRequest<?> request, String lang, String slug, UUID id) {
    Visitor visitor = visitors.of(request).in(lang);
    ArticlePage page = reading.current(lang, slug);
    Comment comment =
        comments
            .comment(visitor, id)
            .orElseThrow(() -> Problem.notFound("There is no such comment (any more)."));
    try {
      CommentText text = translations.comment(visitor, id, page.language());
      return show(page, comment, text, 200, List.of());
    } catch (Refused refused) {
      return show(page, comment, null, refused.status(), complaints.of(lang, refused.problem()));
    } catch (Unavailable away) {
      return show(page, comment, null, 503, complaints.away(lang));
    }
  }

  /** Its writer says in which language it is. */
  @Post("/language")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> say(
      HttpRequest<?> request, String lang, String slug, UUID id, @Nullable @Body Tongue tongue) {
    ArticlePage page = reading.current(lang, slug);
    String language = tongue == null ? null : tongue.language();
    if (language != null && !language.isBlank()) {
      comments.say(visitors.of(request).in(lang), id, language);
    }
    return HttpResponse.seeOther(place(page, id)).cookie(fresh.of(page.article()));
  }

  private HttpResponse<?> show(
      ArticlePage page,
      Comment comment,
      @Nullable CommentText text,
      int status,
      List<Violation> wrong) {
    byte[] html = pages.tongue(reading.site(page.language()), page, comment, text, wrong);
    return Delivery.personal(status, html);
  }

  private static URI place(ArticlePage page, UUID id) {
    return CommentController.withFragment(page.language(), page.slug(), "comment-" + id);
  }
}
