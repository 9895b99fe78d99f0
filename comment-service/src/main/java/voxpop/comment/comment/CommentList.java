package voxpop.comment.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next where the following stretch begins; null at the end
 * @param total of the whole list, in all languages
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CommentList(List<ShownComment> items, @Nullable String next, long total) {

  /**
   * Cuts a list that was read one further than asked for.
   *
   * @param read up to {@code limit + 1} comments in order
   */
  static CommentList of(
      List<Comment> read,
      int limit,
      long total,
      Function<Comment, ShownComment> shown,
      Function<Comment, String> cursor) {
    boolean more = read.size() > limit;
    List<Comment> page = more ? read.subList(0, limit) : read;
    return new CommentList(
        page.stream().map(shown).toList(), more ? cursor.apply(page.getLast()) : null, total);
  }
}
