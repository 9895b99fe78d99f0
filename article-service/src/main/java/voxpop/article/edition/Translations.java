package voxpop.article.edition;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.article.article.Article;
import voxpop.article.article.ArticleRepository;
import voxpop.article.article.Text;
import voxpop.article.wording.Wordings;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;
import voxpop.kit.problem.Problem;

/** Publishes what translation-service says is ready, and takes back what it takes back. */
@Singleton
class Translations implements ChangeHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

  private final Workshop workshop;
  private final Editions editions;
  private final ArticleRepository articles;
  private final Wordings wordings;
  private final ArticleChanges changes;
  private final Text text;
  private final Clock clock;

  Translations(
      Workshop workshop,
      Editions editions,
      ArticleRepository articles,
      Wordings wordings,
      ArticleChanges changes,
      Text text,
      Clock clock) {
    this.workshop = workshop;
    this.editions = editions;
    this.articles = articles;
    this.wordings = wordings;
    this.changes = changes;
    this.text = text;
    this.clock = clock;
  }

  @Override
  public String source() {
    return "translation-service";
  }

  @Override
  public boolean concerns(Change change) {
    return change.type().equals("voxpop.translation");
  }

  @Override
  public void apply(Change change) {
    var subject = change.subject().split("/", 2);
    var id = UUID.fromString(subject[0]);
    // asked before the row is locked: a slow answer must not keep the article's writer waiting
    var ready =
        change.isRemoval() ? Optional.<Translated>empty() : workshop.edition(id, subject[1]);
    var article = articles.lock(id);
    if (article.isEmpty()) {
      wordings.settle(id, subject[1], ready.map(Translated::wording).orElse(null));
      return;
    }
    article
        .filter(found -> found.publishedRevision() != null)
        .ifPresent(found -> settle(found, subject[1], ready));
  }

  private void settle(Article article, String language, Optional<Translated> ready) {
    if (language.equals(article.language()) || !isNoticed(article, language, ready)) return;
    var after = article.touched(clock.instant());
    articles.update(after);
    changes.record(after);
  }

  private boolean isNoticed(Article article, String language, Optional<Translated> ready) {
    if (ready.isEmpty()) return editions.takeBack(article.id(), language);
    try {
      return editions.publish(article, ready.get().withHtml(text.clean(ready.get().html())));
    } catch (Problem refused) {
      // one text that can't be shown must not keep all that follow from readers
      LOG.error(
          "The {} edition of {} can't be published: {}",
          language,
          article.id(),
          refused.body().detail());
      return false;
    }
  }
}
