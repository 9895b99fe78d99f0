package voxpop.translation.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a machine translation is.
 *
 * @param title of the article, in {@code sourceLanguage}; both null while it is being removed
 * @param state {@code running}, {@code paused}, {@code waiting}, {@code cancelled} or {@code done}
 * @param waiting what it waits for: {@code engine-away} or {@code out-of-budget}
 * @param waitingUntil when the budget is renewed
 * @param failed sentences that are left to people
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record JobView(
    UUID id,
    UUID article,
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
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /**
   * Characters of source by where their translation came from; {@code askedAgain}: those that an
   * engine has possibly charged without an answer that counts.
   */
  @Serdeable
  record Receipt(long memory, long glossary, long engine, long person, long askedAgain) {}

  static JobView of(Job job, JobViews.@Nullable Named article) {
    return new JobView(
        job.id(),
        job.article(),
        article == null ? null : article.title(),
        article == null ? null : article.language(),
        job.language(),
        job.state(),
        job.over() ? null : job.waiting(),
        job.over() ? null : job.waitingUntil(),
        job.engine(),
        job.total(),
        job.done(),
        job.failed(),
        new Receipt(
            job.memoryCharacters(),
            job.glossaryCharacters(),
            job.engineCharacters(),
            job.personCharacters(),
            job.askedAgainCharacters()),
        job.createdAt(),
        job.finishedAt());
  }
}
