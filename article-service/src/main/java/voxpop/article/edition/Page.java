package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.account.Byline;
import voxpop.article.article.Kind;
import voxpop.article.media.Picture;
import voxpop.article.series.Part;
import voxpop.article.site.CommentRule;
import voxpop.article.topic.Topic;

/**
 * An article in one language, with all that stands on its page; also what the API answers.
 *
 * @param id the article's, as {@code article}
 * @param slug null for a draft that has none yet
 * @param status current or stale; of what readers don't get: draft, scheduled or withdrawn
 * @param publication how far the article itself has come: draft, scheduled, published or withdrawn
 * @param revision the published one; of a draft the newest
 * @param alternates where search engines find it in which language, itself among them; itself isn't
 *     when they shall not list it
 * @param related only on a page; programs ask for it by itself
 * @param series which part of which series it is, likewise
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page(
    UUID article,
    UUID id,
    Kind kind,
    String language,
    String originalLanguage,
    String dir,
    @Nullable String slug,
    String title,
    String summary,
    String html,
    Origin origin,
    String status,
    String publication,
    @Nullable Instant publishedAt,
    Instant updatedAt,
    @Nullable Instant scheduledAt,
    int revision,
    int readingMinutes,
    int wordCount,
    Byline author,
    List<Topic> topics,
    @Nullable Picture picture,
    List<EditionRef> editions,
    List<Alternate> alternates,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EditionSummary> related,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Part series,
    long recommendations,
    CommentRule comments) {

  /** The same with these counts, of itself and of what is related. */
  Page counting(Map<UUID, Long> counts) {
    return completed(
        topics,
        picture,
        editions,
        alternates,
        related == null ? null : related.stream().map(one -> one.counting(counts)).toList(),
        series,
        counts.getOrDefault(article, 0L));
  }

  /** The same with what other tables say. */
  Page completed(
      List<Topic> topics,
      @Nullable Picture picture,
      List<EditionRef> editions,
      List<Alternate> alternates,
      @Nullable List<EditionSummary> related,
      @Nullable Part series,
      long recommendations) {
    return new Page(
        article,
        id,
        kind,
        language,
        originalLanguage,
        dir,
        slug,
        title,
        summary,
        html,
        origin,
        status,
        publication,
        publishedAt,
        updatedAt,
        scheduledAt,
        revision,
        readingMinutes,
        wordCount,
        author,
        topics,
        picture,
        editions,
        alternates,
        related,
        series,
        recommendations,
        comments);
  }
}
