package voxpop.translation.edition;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.feed.Changes;
import voxpop.translation.document.Document;
import voxpop.translation.document.Documents;
import voxpop.translation.document.Sites;
import voxpop.translation.document.Translation;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.State;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/**
 * Keeps editions true to their segments, and tells when one has changed. Everything here happens in
 * a transaction that has locked the article.
 */
@Singleton
@Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
public class Editions {
  private static final String TYPE = "voxpop.translation";

  private final EditionRepository editions;
  private final Documents documents;
  private final Targets targets;
  private final Sites sites;
  private final Changes changes;

  Editions(
      EditionRepository editions,
      Documents documents,
      Targets targets,
      Sites sites,
      Changes changes) {
    this.editions = editions;
    this.documents = documents;
    this.targets = targets;
    this.sites = sites;
    this.changes = changes;
  }

  /** Languages that there was ever something for readers in. */
  public List<String> languages(UUID article) {
    return editions.languages(article);
  }

  /** How an edition stands, without its text. */
  @Transactional(propagation = TransactionDefinition.Propagation.REQUIRED)
  public Standing standing(UUID article, String language) {
    return editions.standing(article, language).orElse(Standing.NONE);
  }

  private Edition of(UUID article, String language) {
    return editions
        .findByArticleAndLanguage(article, language)
        .orElseGet(() -> Edition.none(article, language));
  }

  /** Brings what readers get up to what there is; answers the translation as it is then. */
  public Translation refresh(Translation translation) {
    UUID article = translation.document().article();
    return standing(article, translation.language()).published()
        ? fill(of(article, translation.language()), translation)
        : translation;
  }

  /** A person has approved something: from now on no machine's text enters the edition. */
  public void approved(Translation translation) {
    Edition edition = of(translation.document().article(), translation.language());
    if (!edition.reviewed()) edition = keep(edition.withReviewed());
    if (edition.published()) fill(edition, translation);
  }

  /**
   * An engine is done: where the site wants it, its text goes to readers, if it is all there.
   * Answers the translation as it is then.
   */
  public Translation machineIsDone(Translation translation) {
    Edition edition = of(translation.document().article(), translation.language());
    boolean wanted =
        !edition.published()
            && !edition.takenBack()
            && !edition.reviewed()
            && sites.site().machineTextAtOnce(translation.language())
            && translation.lines().stream().allMatch(Editions::readyForReaders);
    if (wanted) edition = keep(edition.give(null));
    return edition.published() ? fill(edition, translation) : translation;
  }

  /** A person gives the translation to readers, whatever in it nobody has reviewed. */
  Edition publish(Translation translation, @Nullable String slug) {
    Edition edition = of(translation.document().article(), translation.language());
    Edition given = keep(edition.give(slug));
    Translation now = reveal(translation, true, true);
    // compared with what readers had: another address alone is a difference
    return fill(edition, given, now);
  }

  /** The whole translation as readers would get it if a person published it now. */
  @Transactional(propagation = TransactionDefinition.Propagation.REQUIRED)
  Rendering preview(Translation translation) {
    Document document = translation.document();
    Edition edition = of(document.article(), translation.language());
    List<Line> lines =
        translation.lines().stream().map(line -> revealed(line, true, true)).toList();
    return Rendering.of(
        lines,
        documents.skeleton(document),
        document.language(),
        translation.language(),
        edition.reviewed());
  }

  /** A person takes it back, or the article is written in this language now. */
  public void takeBack(UUID article, String language) {
    editions
        .findByArticleAndLanguage(article, language)
        .filter(Edition::published)
        .ifPresent(
            edition -> {
              editions.update(edition.takeBack());
              if (edition.live()) tellGone(edition);
            });
  }

  /** The article is withdrawn; its editions come back with it. */
  public void withdraw(UUID article) {
    for (Edition edition : editions.findByArticle(article)) {
      if (!edition.live()) continue;
      editions.update(edition.withdrawn());
      tellGone(edition);
    }
  }

  /** The article is no more. */
  public void remove(UUID article) {
    editions.findByArticle(article).stream().filter(Edition::live).forEach(this::tellGone);
    editions.deleteByArticle(article);
  }

  private static boolean readyForReaders(Line line) {
    Target.Candidate candidate = line.target().candidateFor(line.segment());
    if (candidate != null) return candidate.forReaders();
    return line.state() == State.APPROVED
        || (line.target().failedFor(line.segment()) && line.segment().kind() != Kind.TITLE);
  }

  private Translation fill(Edition edition, Translation translation) {
    boolean machine = !edition.reviewed() && sites.site().machineTextAtOnce(translation.language());
    Translation now = reveal(translation, machine, false);
    fill(edition, edition, now);
    return now;
  }

  private Edition fill(Edition before, Edition edition, Translation translation) {
    Document document = translation.document();
    Rendering text =
        Rendering.of(
            translation.lines(),
            documents.skeleton(document),
            document.language(),
            translation.language(),
            edition.reviewed());
    Edition filled = edition.filled(text, document.revision());
    if (!document.published() || !filled.differs(before)) return edition;
    editions.update(filled);
    changes.record(TYPE, subject(filled), data(filled));
    return filled;
  }

  /** Puts before readers what may go before them, and remembers it. */
  private Translation reveal(Translation translation, boolean machine, boolean drafts) {
    List<Line> revealed = new ArrayList<>();
    List<Target> changed = new ArrayList<>();
    for (Line line : translation.lines()) {
      Line now = revealed(line, machine, drafts);
      if (!now.equals(line)) changed.add(now.target());
      revealed.add(now);
    }
    targets.save(changed);
    return translation.with(revealed);
  }

  private static Line revealed(Line line, boolean machine, boolean drafts) {
    Target.Shown now = shown(line, machine, drafts);
    return now == null ? line : line.with(line.target().show(now));
  }

  private static Target.@Nullable Shown shown(Line line, boolean machine, boolean drafts) {
    Target.Approved approved = line.target().approved();
    if (approved != null) {
      return new Target.Shown(approved.text(), approved.hash(), approved.version(), false);
    }
    Target.Candidate candidate = line.target().candidateFor(line.segment());
    if (candidate == null || !candidate.forReaders()) return null;
    if (candidate.byPerson() ? !drafts : !machine) return null;
    return new Target.Shown(
        candidate.text(), candidate.hash(), line.segment().sourceVersion(), !candidate.byPerson());
  }

  private Edition keep(Edition edition) {
    return editions.existsById(edition.id()) ? editions.update(edition) : editions.save(edition);
  }

  private void tellGone(Edition edition) {
    changes.recordRemoval(TYPE, subject(edition), data(edition));
  }

  private static String subject(Edition edition) {
    return edition.article() + "/" + edition.language();
  }

  private static Map<String, Object> data(Edition edition) {
    return Map.of(
        "article", edition.article().toString(),
        "language", edition.language(),
        "version", edition.version());
  }
}
