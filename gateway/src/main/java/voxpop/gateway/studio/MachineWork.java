package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.page.Words;

/**
 * A machine translation, as translation-service tells of it.
 *
 * @param title of the article; null from a translation-service of the release before
 * @param state {@code running}, {@code paused}, {@code waiting}, {@code cancelled} or {@code done}
 * @param waiting what it waits for: {@code engine-away} or {@code out-of-budget}
 */
@Serdeable
public record MachineWork(
    String id,
    String article,
    @Nullable String title,
    @Nullable String sourceLanguage,
    String language,
    String state,
    @Nullable String waiting,
    @Nullable Instant waitingUntil,
    @Nullable String engine,
    int total,
    int done,
    int failed,
    Receipt characters,
    Instant createdAt) {

  /** Characters of source by whose translation they have. */
  @Serdeable
  public record Receipt(long memory, long glossary, long engine, long person, long askedAgain) {}

  /** A part of the list. */
  @Serdeable
  public record Stack(List<MachineWork> items, @Nullable String next) {
    public Stack {
      items = items == null ? List.of() : items;
    }
  }

  public boolean over() {
    return state.equals("done") || state.equals("cancelled");
  }

  public boolean held() {
    return state.equals("paused");
  }

  /** The key of the sentence that says how it stands. */
  public String standing() {
    return "machine.state." + (state.equals("waiting") && waiting != null ? waiting : state);
  }

  /** What people know it by. */
  public String called() {
    return title == null || title.isEmpty() ? Words.ownName(language) : title;
  }

  public String titleLanguage() {
    return title == null || sourceLanguage == null ? language : sourceLanguage;
  }

  public int through() {
    return done + failed;
  }
}
