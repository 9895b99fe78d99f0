package voxpop.gateway.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Challenge;
import voxpop.gateway.client.Comment;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.NewComment;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Delivery;
import voxpop.gateway.edge.FreshCookie;
import voxpop.gateway.edge.GatewayKey;
import voxpop.gateway.edge.Rendered;
import voxpop.gateway.edge.Subjects;
import voxpop.gateway.edge.Visitors;
import voxpop.gateway.limit.Limits;
import voxpop.gateway.limit.Policy;

/**
 * Commenting without a script, in two steps: what was typed comes back with a sum and a form key,
 * and the right answer stores it. Whatever goes wrong, the form is shown again as it was filled.
 */
@Controller("/{lang}/{slug}/comments")
class CommentController {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final String PURPOSE = "comment-form";

  private final Reading reading;
  private final CommentService comments;
  private final Visitors visitors;
  private final FreshCookie fresh;
  private final GatewayKey key;
  private final Complaints complaints;
  private final Delivery delivery;
  private final Pages pages;
  private final Limits limits;

  CommentController(
      Reading reading,
      CommentService comments,
      Visitors visitors,
      FreshCookie fresh,
      GatewayKey key,
      Complaints complaints,
      Delivery delivery,
      Pages pages,
      Limits limits) {
    this.reading = reading;
    this.comments = comments;
    this.visitors = visitors;
    this.fresh = fresh;
    this.key = key;
    this.complaints = complaints;
    this.delivery = delivery;
    this.pages = pages;
    this.limits = limits;
  }

  /** A further stretch of a long thread, or the form that answers a comment. */
  @Get
  HttpResponse<?> thread(
      HttpRequest<?> request,
      String lang,
      String slug,
      @Nullable @QueryValue String after,
      @Nullable @QueryValue UUID parent) {
    if (parent != null) {
      return step(request, lang, slug, CommentForm.replyTo(parent.toString()));
    }
    if (after == null) {
      return HttpResponse.seeOther(withFragment(lang, slug, "comments"));
    }
    String address = "/" + lang + "/" + slug + "/comments?after=" + after;
    return delivery.shared(request, address, () -> stretch(lang, slug, after));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> write(
      HttpRequest<?> request, String lang, String slug, @Nullable @Body CommentForm form) {
    CommentForm typed = form == null ? CommentForm.EMPTY : form;
    boolean signedIn = visitors.of(request).author().isPresent();
    ArticlePage page = reading.current(lang, slug);
    boolean asksForSum = !signedIn && !answersOurSum(page, typed);
    Policy policy = asksForSum ? Policy.WRITES : Policy.COMMENTS;
    Optional<Duration> wait = limits.take(request, policy, visitors.of(request).network());
    if (wait.isPresent()) {
      return tooFast(visitors.of(request).in(lang), page, typed, wait.get());
    }
    if (asksForSum) {
      return step(request, lang, slug, typed);
    }
    Visitor visitor = visitors.writing(request).in(lang);
    try {
      Comment comment = comments.post(visitor, of(page, typed, signedIn), page.language());
      return HttpResponse.seeOther(
              withFragment(page.language(), page.slug(), "comment-" + comment.id()))
          .cookie(fresh.of(page.article()));
    } catch (Refused refused) {
      return again(visitor, page, typed, refused.status(), complaints.of(lang, refused.problem()));
    } catch (Unavailable e) {
      return again(visitor, page, typed, 503, complaints.away(lang));
    }
  }

  private HttpResponse<?> tooFast(
      Visitor visitor, ArticlePage page, CommentForm typed, Duration wait) {
    Problem tooMany = new Problem("too-many-requests", null, 429, null, List.of());
    var again = again(visitor, page, typed, 429, complaints.of(page.language(), tooMany));
    again.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
    return again;
  }

  private Rendered stretch(String lang, String slug, String after) {
    try {
      Site site = reading.site(lang);
      ArticlePage page = reading.page(lang, slug);
      byte[] html =
          pages.thread(site, page, comments.discussion(Visitor.NOBODY, page.article(), after));
      return Rendered.page(html, Set.of(Subjects.SITE, Subjects.article(page.article())), LIFETIME);
    } catch (Moved moved) {
      return Rendered.moved(moved.location());
    }
  }

  private HttpResponse<?> step(
      HttpRequest<?> request, String lang, String slug, CommentForm typed) {
    Visitor visitor = visitors.of(request).in(lang);
    return again(visitor, reading.current(lang, slug), typed, 200, List.of());
  }

  /** The form as it was filled, with a new sum. */
  private MutableHttpResponse<?> again(
      Visitor visitor,
      ArticlePage page,
      CommentForm typed,
      int status,
      List<Problem.Violation> wrong) {
    Site site = reading.site(page.language());
    String language = page.language();
    int told = status;
    List<Problem.Violation> said = wrong;
    Challenge challenge = new Challenge("", "", null);
    try {
      challenge = comments.challenge(visitor, page.article(), language).orElse(challenge);
    } catch (Unavailable | Refused e) {
      told = 503;
      said = complaints.away(language);
    }
    byte[] html =
        pages.challenge(
            site,
            page,
            typed,
            challenge,
            keyOf(page, challenge.token()),
            said,
            parent(visitor, typed));
    var response = Delivery.personal(told, html);
    return told == 503 || told == 429 ? response.header(HttpHeaders.RETRY_AFTER, "5") : response;
  }

  private @Nullable Comment parent(Visitor visitor, CommentForm typed) {
    UUID parent = uuid(typed.parent());
    try {
      return parent == null ? null : comments.comment(visitor, parent).orElse(null);
    } catch (Unavailable | Refused e) {
      return null;
    }
  }

  private boolean answersOurSum(ArticlePage page, CommentForm typed) {
    String token = typed.token();
    String shown = typed.key();
    return token != null
        && !token.isEmpty()
        && shown != null
        && key.signed(PURPOSE, page.article() + " " + token, shown);
  }

  private String keyOf(ArticlePage page, String token) {
    return key.sign(PURPOSE, page.article() + " " + token);
  }

  private static NewComment of(ArticlePage page, CommentForm typed, boolean signedIn) {
    String token = typed.token() == null ? "" : typed.token();
    String answer = typed.answer() == null ? "" : typed.answer().strip();
    return new NewComment(
        page.article(),
        uuid(typed.parent()),
        signedIn ? null : typed.name(),
        signedIn ? null : typed.email(),
        typed.body(),
        null,
        typed.website(),
        typed.url2(),
        signedIn ? null : new NewComment.Solution(token, answer));
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static URI withFragment(String lang, String slug, String fragment) {
    return URI.create(Reading.address(lang, slug) + "#" + fragment);
  }
}
