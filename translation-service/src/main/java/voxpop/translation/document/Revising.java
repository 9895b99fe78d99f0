package voxpop.translation.document;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voxpop.translation.edition.Editions;
import voxpop.translation.job.Queue;
import voxpop.translation.memory.Memory;
import voxpop.translation.segment.Cut;
import voxpop.translation.segment.Cutter;
import voxpop.translation.segment.Recut;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.SegmentRepository;
import voxpop.translation.segment.Segments;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/**
 * What a new revision of a source means for every language: sentences that stayed or moved keep
 * their translation, an edited one makes it stale, a deleted one takes it along.
 */
@Singleton
class Revising {
  /** A book of 400 pages: all of it is one answer at the desk, and compared with what it was. */
  static final int MOST_SEGMENTS = 5000;

  private final DocumentRepository documents;
  private final SegmentRepository segments;
  private final Segments writing;
  private final Targets targets;
  private final Memory memory;
  private final Editions editions;
  private final Queue queue;
  private final Documents translations;
  private final Sites sites;
  private final ToDo toDo;
  private final List<Removal> others;
  private final ObjectMapper json;

  Revising(
      DocumentRepository documents,
      SegmentRepository segments,
      Segments writing,
      Targets targets,
      Memory memory,
      Editions editions,
      Queue queue,
      Documents translations,
      Sites sites,
      ToDo toDo,
      List<Removal> others,
      ObjectMapper json) {
    this.documents = documents;
    this.segments = segments;
    this.writing = writing;
    this.targets = targets;
    this.memory = memory;
    this.editions = editions;
    this.queue = queue;
    this.translations = translations;
    this.sites = sites;
    this.toDo = toDo;
    this.others = others;
    this.json = json;
  }

  @Transactional
  void take(SourceText source) {
    Document before = documents.lock(source.article()).orElse(null);
    boolean same = before != null && before.revision() == source.revision();
    if (before != null && same && before.published()) return;
    Cut cut = Cutter.cut(source.language(), source.readTitle(), source.summary(), source.html());
    if (cut.sentences().size() > MOST_SEGMENTS) {
      refuse(source, before);
      return;
    }
    Document now =
        new Document(
            source.article(),
            source.language(),
            source.revision(),
            source.title(),
            true,
            skeleton(cut),
            null,
            source.what());
    if (before == null) documents.save(now);
    else documents.update(now);
    Set<String> languages = rewrite(now, cut, source.correction());
    languages.addAll(editions.languages(source.article()));
    List<String> spoken = sites.site().languages();
    Set<String> concerned = new TreeSet<>(languages);
    concerned.addAll(spoken);
    concerned.remove(now.language());
    for (Translation translation : translations.translations(now, concerned)) {
      Translation current = translation;
      if (languages.contains(current.language())) {
        current = queue.translateAgain(editions.refresh(current));
      }
      if (spoken.contains(current.language())) toDo.note(current);
    }
    editions.takeBack(source.article(), now.language());
  }

  /** The revision that is known of an article; 0 if it isn't. */
  @Transactional
  int revision(UUID article) {
    return documents.findByArticle(article).map(Document::newest).orElse(0);
  }

  /** Everything stays as it was; whoever wants to translate it is told why. */
  private void refuse(SourceText source, @Nullable Document before) {
    if (before != null) {
      documents.update(before.refusing(source.revision()));
      return;
    }
    documents.save(
        new Document(
            source.article(),
            source.language(),
            0,
            source.title(),
            true,
            "[]",
            source.revision(),
            source.what()));
  }

  @Transactional
  void withdraw(UUID article) {
    documents
        .lock(article)
        .filter(Document::published)
        .ifPresent(
            document -> {
              documents.update(document.withdrawn());
              editions.withdraw(article);
              toDo.forget(article);
            });
  }

  @Transactional
  void remove(UUID article) {
    if (documents.lock(article).isEmpty()) return;
    queue.cancel(article);
    others.forEach(other -> other.removed(article));
    toDo.forget(article);
    editions.remove(article);
    targets.deleteByArticle(article);
    segments.deleteByArticle(article);
    documents.deleteByArticle(article);
  }

  /** Brings segments and targets to the new text; answers the languages in which there is one. */
  private Set<String> rewrite(Document document, Cut cut, boolean correction) {
    UUID article = document.article();
    List<Segment> old = segments.findByArticleAndPlaceIsNotNullOrderByPlace(article);
    Recut recut =
        Recut.of(
            article,
            old,
            () -> segments.findByArticleAndPlaceIsNull(article),
            cut,
            correction && !old.isEmpty());
    writing.save(Stream.concat(recut.added().stream(), recut.changed().stream()).toList());
    List<Target> all = targets.of(article);
    Adapting adapting = new Adapting(memory, document.language(), recut.rewritten());
    all.stream()
        .collect(Collectors.groupingBy(Target::language))
        .forEach((language, known) -> targets.save(adapting.adapt(language, known)));
    return languages(all);
  }

  private static Set<String> languages(Collection<Target> targets) {
    Set<String> languages = new TreeSet<>();
    for (Target target : new ArrayList<>(targets)) {
      if (target.text() != null || target.shown() != null) languages.add(target.language());
    }
    return languages;
  }

  private String skeleton(Cut cut) {
    try {
      return json.writeValueAsString(cut.skeleton());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
