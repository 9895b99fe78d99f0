package voxpop.comment.article;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.problem.Problem;

/** An article as far as comments go, together with the site's rule. */
@MappedEntity("article")
public record KnownArticle(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    String status,
    CommentRule comments,
    String language,
    @Nullable CommentRule siteComments,
    @Nullable String siteLanguage,
    @Nullable String siteLanguages) {

  /** The languages that the site speaks; none as long as that isn't known. */
  public List<String> spoken() {
    return siteLanguages == null || siteLanguages.isEmpty()
        ? List.of()
        : List.of(siteLanguages.split(",", -1));
  }

  boolean isPublished() {
    return status.equals("published");
  }

  /** Whether a moderator is to see a comment before everybody does. */
  public boolean holdsComments() {
    return comments == CommentRule.HELD || siteComments == CommentRule.HELD;
  }

  /**
   * The article, if it takes comments.
   *
   * @throws Problem 409 {@code comments-closed} if it doesn't
   */
  public KnownArticle open() {
    if (comments == CommentRule.CLOSED || siteComments == CommentRule.CLOSED) {
      throw Problem.conflict("comments-closed", "Comments on this article are closed.");
    }
    return this;
  }
}
