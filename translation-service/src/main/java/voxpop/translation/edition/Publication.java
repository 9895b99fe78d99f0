package voxpop.translation.edition;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Documents;
import voxpop.translation.document.Translation;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.State;
import voxpop.translation.segment.Target;

/** A person gives a translation to readers, or takes it back. */
@Singleton
class Publication {
  private final Documents documents;
  private final Editions editions;

  Publication(Documents documents, Editions editions) {
    this.documents = documents;
    this.editions = editions;
  }

  /**
   * Gives it to readers.
   *
   * @throws Problem 409 if sentences have no text, or one that is for tests only
   */
  @Transactional
  Edition give(UUID article, String language, @Nullable String slug) {
    Translation translation = documents.lockedForPerson(article, language);
    long missing = translation.lines().stream().filter(Publication::empty).count();
    if (missing > 0) {
      throw Problem.conflict(
          "translation-incomplete",
          missing == 1
              ? "One sentence has no translation yet."
              : missing + " sentences have no translation yet.");
    }
    if (translation.lines().stream().anyMatch(Publication::forTestsOnly)) {
      throw Problem.conflict(
          "pseudo-translation", "Some of it is pseudo-translation, which is never published.");
    }
    return editions.publish(translation, slug);
  }

  @Transactional
  void takeBack(UUID article, String language) {
    documents.lockedForPerson(article, language);
    editions.takeBack(article, language);
  }

  private static boolean empty(Line line) {
    return line.state() == State.MISSING
        || (line.target().shown() == null
            && line.target().approved() == null
            && line.target().candidateFor(line.segment()) == null);
  }

  private static boolean forTestsOnly(Line line) {
    Target.Candidate candidate = line.target().candidateFor(line.segment());
    return line.target().approved() == null && candidate != null && !candidate.forReaders();
  }
}
