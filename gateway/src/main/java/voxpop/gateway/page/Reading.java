package voxpop.gateway.page;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.Discussion;
import voxpop.gateway.client.PageAnswer;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.ArticleIds;
import voxpop.gateway.edge.Sites;
import voxpop.kit.problem.Problem;

/**
 * Fetches what an article's page is made of: text and comments at the same time where the article
 * is known by its address, one after the other where it isn't.
 */
@Singleton
class Reading {
  // Names with a dot belong to feeds and files.
  private static final Pattern SLUG = Pattern.compile("[^./]{1,250}");

  private final ArticleService articles;
  private final CommentService comments;
  private final ArticleIds ids;
  private final Sites sites;
  private final ExecutorService blocking;
  private final Counter partial;

  Reading(
      ArticleService articles,
      CommentService comments,
      ArticleIds ids,
      Sites sites,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
      MeterRegistry metrics) {
    this.articles = articles;
    this.comments = comments;
    this.ids = ids;
    this.sites = sites;
    this.blocking = blocking;
    this.partial = metrics.counter("voxpop.pages.partial");
  }

  /**
   * The site, which must speak this language.
   *
   * @throws Problem 404 if it doesn't
   */
  Site site(String language) {
    Site site = sites.site();
    if (!site.languages().contains(language)) {
      throw Problem.notFound("The site doesn't speak this language.");
    }
    return site;
  }

  /**
   * The article with its discussion as this visitor sees it.
   *
   * @throws Moved if it has another address now
   * @throws Problem 404, 410
   */
  Found find(String language, String slug, Visitor visitor) {
    Site site = site(language);
    Optional<UUID> guess = ids.at(language, slug);
    Optional<CompletableFuture<@Nullable Discussion>> early =
        guess.map(id -> CompletableFuture.supplyAsync(() -> discussion(visitor, id), blocking));
    ArticlePage page = page(language, slug);
    ids.learn(language, slug, page.article());
    Discussion discussion =
        early.isPresent() && guess.filter(page.article()::equals).isPresent()
            ? await(early.get())
            : discussion(visitor, page.article());
    return new Found(site, page, discussion);
  }

  /** The article alone; rules as of {@link #find}. */
  ArticlePage page(String language, String slug) {
    site(language);
    if (!SLUG.matcher(slug).matches()) {
      throw nothing();
    }
    PageAnswer answer = articles.page(language, slug).orElseThrow(Reading::nothing);
    if (answer.gone()) {
      throw Problem.gone("This article was withdrawn.");
    }
    if (answer.moved() && answer.language() != null && answer.slug() != null) {
      throw new Moved(address(answer.language(), answer.slug()));
    }
    ArticlePage page = answer.page();
    if (page == null) {
      throw nothing();
    }
    return page;
  }

  /**
   * As {@link #page}, but what moved is found where it is now: a form that stood open meanwhile
   * still arrives.
   */
  ArticlePage current(String language, String slug) {
    try {
      return page(language, slug);
    } catch (Moved moved) {
      String[] parts = moved.location().getPath().split("/", 3);
      return page(parts[1], parts[2]);
    }
  }

  /** Runs a question while others are asked. */
  <T> CompletableFuture<T> meanwhile(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, blocking);
  }

  static <T extends @Nullable Object> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  static URI address(String language, String slug) {
    return UriBuilder.of("/").path(language).path(slug).build();
  }

  /** A page without its comments beats none. */
  private @Nullable Discussion discussion(Visitor visitor, UUID article) {
    try {
      return comments.discussion(visitor, article, null);
    } catch (Unavailable | Refused e) {
      partial.increment();
      return null;
    }
  }

  private static Problem nothing() {
    return Problem.notFound("There is nothing at this address.");
  }
}
