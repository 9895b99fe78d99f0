package voxpop.article.article;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.account.AuthorRepository;
import voxpop.article.account.Byline;
import voxpop.article.edition.Freshness;
import voxpop.article.edition.Origin;
import voxpop.article.edition.Page;
import voxpop.article.edition.Pages;
import voxpop.article.edition.Slug;
import voxpop.article.site.Languages;
import voxpop.article.topic.Topic;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/** Shows an article to whoever asks: to its writers always, to readers while it is published. */
@Singleton
class Desk {

  private final ArticleRepository articles;
  private final RevisionTable revisions;
  private final AuthorRepository authors;
  private final Pages pages;

  Desk(ArticleRepository articles, RevisionTable revisions, AuthorRepository authors, Pages pages) {
    this.articles = articles;
    this.revisions = revisions;
    this.authors = authors;
    this.pages = pages;
  }

  /** What somebody sees of an article; {@code article} is there for who may edit it. */
  record Seen(Page page, @Nullable Article article) {}

  /**
   * The edition in a language, without one the original; what readers don't get, its writers see as
   * they left it.
   *
   * @throws Problem 404 where there is none, 410 where it was withdrawn
   */
  @Connectable
  Seen show(Caller caller, UUID id, @Nullable String language) {
    var article = articles.findById(id).orElse(null);
    if (article == null) throw missing(id);
    var editable =
        caller.author().filter(article::isEditableBy).map(author -> article).orElse(null);
    var page = pages.of(id, language == null ? article.language() : language);
    if (page.isPresent()) return new Seen(page.get(), editable);
    var original = language == null || language.equals(article.language());
    if (editable != null && original) return new Seen(written(article), article);
    if (article.status() == Status.WITHDRAWN) throw Problem.gone("This article was withdrawn.");
    throw Problem.notFound("There is no such article in this language.");
  }

  /** The article whose newest revision the caller may read and change. */
  Article editable(Caller caller, UUID id) {
    var author = caller.require();
    return articles
        .findById(id)
        .filter(article -> article.isEditableBy(author))
        .orElseThrow(
            () -> Problem.notFound("There is no such article among those that you may edit."));
  }

  /** An article as it was last saved: what readers get after the next publication. */
  @Connectable
  Page written(Article article) {
    var edition =
        article.isPublished() ? pages.of(article.id(), article.language()) : Optional.<Page>empty();
    if (edition.isPresent()
        && Integer.valueOf(article.newestRevision()).equals(article.publishedRevision())) {
      return edition.get();
    }
    var revision = revisions.get(article.id(), article.newestRevision());
    var author = authors.findById(article.authorId()).orElseThrow();
    var language = article.language();
    var words = Prose.words(revision.html(), language);
    return new Page(
        article.id(),
        article.id(),
        article.kind(),
        language,
        language,
        Languages.direction(language),
        edition.map(Page::slug).orElse(revision.slug()),
        revision.title(),
        revision.summary() == null
            ? Prose.beginning(revision.html(), language)
            : revision.summary(),
        revision.html(),
        Origin.ORIGINAL,
        article.isPublished() ? Freshness.CURRENT.word() : article.status().word(),
        article.status().word(),
        article.publishedAt(),
        article.updatedAt(),
        article.publishAt(),
        revision.number(),
        Prose.minutes(words),
        words,
        new Byline(author.name(), author.displayName(), author.note(), null),
        revision.topics().stream()
            .map(name -> new Topic(article.id(), Slug.of(name, language), name, null))
            .toList(),
        edition.map(Page::picture).orElse(null),
        edition.map(Page::editions).orElse(List.of()),
        edition.map(Page::alternates).orElse(List.of()),
        null,
        null,
        edition.map(Page::recommendations).orElse(0L),
        article.comments());
  }

  private Problem missing(UUID id) {
    return pages.wasPublished(id)
        ? Problem.gone("This article was removed.")
        : Problem.notFound("There is no such article.");
  }
}
