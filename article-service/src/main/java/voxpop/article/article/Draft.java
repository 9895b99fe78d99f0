package voxpop.article.article;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.article.site.CommentRule;
import voxpop.article.site.Languages;

/** What a writer sends: the whole text, each time. */
@Serdeable
record Draft(
    @NotBlank(message = "say the language that this is written in")
        @Pattern(regexp = Languages.TAG, message = "is no language tag (BCP 47), as de or pt-BR")
        String language,
    @NotBlank(message = "is missing")
        @Size(max = LONGEST_TITLE, message = "can have {max} characters")
        String title,
    @NotNull(message = "is missing")
        @Size(max = LONGEST_BODY, message = "can have {max} characters")
        String body,
    @NotNull(message = "say markdown or html") Format format,
    @Nullable @Size(max = MOST_TOPICS, message = "can be {max} at most")
        List<
                @NotBlank(message = "has no name")
                @Size(max = 120, message = "has a name longer than {max} characters")
                @Pattern(
                    regexp = "[^\\n\\r,]*",
                    message = "has a name with a comma or a line break in it")
                String>
            topics,
    @Nullable @Size(max = LONGEST_SUMMARY, message = "can have {max} characters") String summary,
    @Nullable
        @Size(max = 80, message = "can have {max} characters")
        @Pattern(regexp = "[^./\\\\?#]*", message = "can't have a dot, a slash, ? or # in it")
        String slug,
    @Nullable Kind kind,
    @Nullable CommentRule comments) {

  /** More than any search engine or card shows. */
  static final int LONGEST_TITLE = 300;

  static final int LONGEST_SUMMARY = 1000;

  /**
   * A long novel; beyond it, cutting into sentences and laying out a page take too long for one
   * request.
   */
  static final int LONGEST_BODY = 1_000_000;

  static final int MOST_TOPICS = 20;

  /** A text may be empty of a summary in more ways than one. */
  @Nullable String writtenSummary() {
    var line = summary == null ? "" : line(summary);
    return line.isEmpty() ? null : line;
  }

  /** Each once, in the order typed, whatever their case. */
  List<String> distinctTopics() {
    var distinct = new LinkedHashMap<String, String>();
    if (topics != null)
      topics.forEach(
          name ->
              distinct.putIfAbsent(name.strip().toLowerCase(java.util.Locale.ROOT), name.strip()));
    return List.copyOf(distinct.values());
  }

  String writtenTitle() {
    return line(title);
  }

  /** Feeds, mails and headings have one line, and XML no control characters. */
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
