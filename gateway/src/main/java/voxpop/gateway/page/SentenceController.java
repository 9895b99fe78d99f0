package voxpop.gateway.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Challenge;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.NewComment;
import voxpop.gateway.client.NewSuggestion;
import voxpop.gateway.client.Problem.Violation;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Sentence;
import voxpop.gateway.client.TranslationService;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Delivery;
import voxpop.gateway.edge.Visitors;
import voxpop.kit.problem.Problem;

/**
 * Readers help: which sentence, and how would you say it? Without an account, with a sum; whatever
 * goes wrong, the form is shown again as it was filled.
 */
@Controller("/{lang}/{slug}/sentences")
class SentenceController {
  private final Reading reading;
  private final TranslationService translations;
  private final CommentService comments;
  private final Visitors visitors;
  private final Complaints complaints;
  private final Pages pages;

  SentenceController(
      Reading reading,
      TranslationService translations,
      CommentService comments,
      Visitors visitors,
      Complaints complaints,
      Pages pages) {
    this.reading = reading;
    this.translations = translations;
    this.comments = comments;
    this.visitors = visitors;
    this.complaints = complaints;
    this.pages = pages;
  }

  /**
   * All sentences to choose from, or at once the one that a reader has marked.
   *
   * @param near words of that sentence
   */
  @Get
  HttpResponse<?> choose(
      HttpRequest<?> request,
      String lang,
      String slug,
      @Nullable @QueryValue String near,
      @Nullable @QueryValue String thanks) {
    ArticlePage page = reading.current(lang, slug);
    List<Sentence> sentences = sentences(visitors.of(request).in(lang), page);
    Optional<Sentence> marked = near(sentences, near);
    if (marked.isPresent()) return HttpResponse.seeOther(address(page, marked.get().id()));
    byte[] html = pages.sentences(reading.site(lang), page, sentences, thanks != null);
    return Delivery.personal(200, html);
  }

  @Get("/{id}")
  HttpResponse<?> form(HttpRequest<?> request, String lang, String slug, UUID id) {
    Visitor visitor = visitors.of(request).in(lang);
    ArticlePage page = reading.current(lang, slug);
    Sentence sentence = sentence(visitor, page, id);
    SentenceForm blank = SentenceForm.EMPTY.over(sentence.text());
    return show(visitor, page, sentence, blank, 200, List.of());
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> suggest(
      HttpRequest<?> request,
      String lang,
      String slug,
      UUID id,
      @Nullable @Body SentenceForm form) {
    SentenceForm typed = form == null ? SentenceForm.EMPTY : form;
    Visitor visitor = visitors.of(request).in(lang);
    ArticlePage page = reading.current(lang, slug);
    Sentence sentence = sentence(visitor, page, id);
    try {
      translations.suggest(visitor, page.article(), page.language(), of(id, visitor, typed));
      return HttpResponse.seeOther(URI.create(list(page) + "?thanks=1#sentences"));
    } catch (Refused refused) {
      List<Violation> wrong = complaints.of(lang, refused.problem());
      return show(visitor, page, sentence, typed, refused.status(), wrong);
    } catch (Unavailable e) {
      return show(visitor, page, sentence, typed, 503, complaints.away(lang));
    }
  }

  /** The form with a new sum; who has an account needs none. */
  private HttpResponse<?> show(
      Visitor visitor,
      ArticlePage page,
      Sentence sentence,
      SentenceForm typed,
      int status,
      List<Violation> wrong) {
    int told = status;
    List<Violation> said = wrong;
    Challenge challenge = null;
    try {
      if (visitor.author().isEmpty()) {
        challenge = comments.challenge(visitor, page.article(), page.language()).orElse(null);
      }
    } catch (Unavailable | Refused e) {
      told = 503;
      said = complaints.away(page.language());
    }
    byte[] html =
        pages.sentence(reading.site(page.language()), page, sentence, typed, challenge, said);
    var response = Delivery.personal(told, html);
    return told == 503 || told == 429 ? response.header(HttpHeaders.RETRY_AFTER, "5") : response;
  }

  private Sentence sentence(Visitor visitor, ArticlePage page, UUID id) {
    return sentences(visitor, page).stream()
        .filter(one -> one.id().equals(id.toString()))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("The article has no such sentence (any more)."));
  }

  private List<Sentence> sentences(Visitor visitor, ArticlePage page) {
    List<Sentence> sentences = translations.sentences(visitor, page.article(), page.language());
    if (sentences.isEmpty()) throw Problem.notFound("This isn't a translation.");
    return sentences;
  }

  private static Optional<Sentence> near(List<Sentence> sentences, @Nullable String near) {
    String words = near == null ? "" : letters(near);
    if (words.isEmpty()) return Optional.empty();
    return sentences.stream()
        .filter(one -> letters(one.plain()).contains(words))
        .findFirst()
        .or(() -> within(sentences, words));
  }

  /** More than a sentence was marked: the first whole one in it. */
  private static Optional<Sentence> within(List<Sentence> sentences, String words) {
    return sentences.stream()
        .filter(one -> !letters(one.plain()).isEmpty() && words.contains(letters(one.plain())))
        .findFirst();
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static NewSuggestion of(UUID segment, Visitor visitor, SentenceForm typed) {
    String token = typed.token() == null ? "" : typed.token();
    String answer = typed.answer() == null ? "" : typed.answer().strip();
    return new NewSuggestion(
        segment.toString(),
        typed.text(),
        typed.website(),
        typed.url2(),
        visitor.author().isPresent() ? null : new NewComment.Solution(token, answer));
  }

  private static String list(ArticlePage page) {
    return Reading.address(page.language(), page.slug()) + "/sentences";
  }

  private static URI address(ArticlePage page, String id) {
    return URI.create(list(page) + "/" + id);
  }
}
