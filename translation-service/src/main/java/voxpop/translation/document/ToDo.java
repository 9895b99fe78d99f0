package voxpop.translation.document;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import voxpop.kit.id.Ids;
import voxpop.translation.notice.Stale;
import voxpop.translation.segment.State;

/** Keeps count of what there is to translate. */
@Singleton
public class ToDo {
  /** After every identifier that there can be. */
  private static final UUID END = new UUID(-1, -1);

  private final ProgressRepository progress;
  private final Stale stale;

  ToDo(ProgressRepository progress, Stale stale) {
    this.progress = progress;
    this.stale = stale;
  }

  /** Notes how far a translation is now; to be called in the transaction that has changed it. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public void note(Translation translation) {
    Tally tally = Tally.of(translation.lines());
    Document document = translation.document();
    if (!document.published()) return;
    stale.note(translation);
    progress.note(
        Ids.next(),
        document.article(),
        translation.language(),
        document.language(),
        document.title(),
        document.kind(),
        tally.of(State.MISSING),
        tally.of(State.MACHINE),
        tally.of(State.DRAFT),
        tally.of(State.APPROVED),
        tally.of(State.STALE),
        tally.of(State.APPROVED) < tally.total());
  }

  /** How far an article's translations are, by language; one that came a moment ago may lack. */
  Map<String, Tally> tallies(UUID article) {
    return progress.findByArticle(article).stream()
        .collect(Collectors.toMap(Progress::language, Progress::tally));
  }

  void forget(UUID article) {
    progress.deleteByArticle(article);
    stale.forget(article);
  }

  /** Translations in these languages with something to do, from a place in the list on. */
  List<Progress> list(List<String> languages, String state, Cursor after, int limit) {
    return languages.isEmpty()
        ? List.of()
        : progress.toDo(languages, state, after.article(), after.language(), limit);
  }

  /** Articles with stale sentences in a language, the newest first. */
  @Transactional
  public List<UUID> stale(String language, int limit) {
    return list(List.of(language), "stale", Cursor.START, limit).stream()
        .map(Progress::article)
        .toList();
  }

  /** A place in the list: behind this translation. */
  record Cursor(UUID article, String language) {
    static final Cursor START = new Cursor(END, "");

    @Override
    public String toString() {
      return article + "." + language;
    }
  }
}
