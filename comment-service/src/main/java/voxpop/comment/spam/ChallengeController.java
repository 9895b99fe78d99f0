package voxpop.comment.spam;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.comment.article.Articles;
import voxpop.comment.article.KnownArticle;
import voxpop.kit.caller.Caller;

@Controller
class ChallengeController {
  private final Challenges challenges;
  private final Redeeming redeeming;
  private final Articles articles;

  ChallengeController(Challenges challenges, Redeeming redeeming, Articles articles) {
    this.challenges = challenges;
    this.redeeming = redeeming;
    this.articles = articles;
  }

  /**
   * A sum, asked in the given language, else in one that the reader's browser prefers, else in the
   * site's.
   */
  @Get("/api/challenges")
  HttpResponse<Challenge> issue(
      @QueryValue UUID article,
      @QueryValue @Nullable @Size(max = 35) String language,
      @Header(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    KnownArticle known = articles.published(article);
    return HttpResponse.ok(challenges.issue(article, languages(language, accepted, known)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** For another program of the house, where its visitors write something without an account. */
  @Post("/challenges/redemptions")
  HttpResponse<?> redeem(@Body @Valid Redeeming.Request request, Caller caller) {
    redeeming.redeem(request, caller);
    return HttpResponse.noContent();
  }

  private static List<String> languages(
      @Nullable String asked, @Nullable String accepted, KnownArticle article) {
    List<String> languages = new ArrayList<>();
    if (asked != null) {
      languages.add(asked);
    }
    if (accepted != null) {
      languages.addAll(preferences(accepted));
    }
    if (article.siteLanguage() != null) {
      languages.add(article.siteLanguage());
    }
    languages.add(article.language());
    return languages;
  }

  private static List<String> preferences(String acceptLanguage) {
    try {
      return LanguageRange.parse(acceptLanguage).stream().map(LanguageRange::getRange).toList();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
