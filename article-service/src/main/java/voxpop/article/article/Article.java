package voxpop.article.article;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.site.CommentRule;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.id.UuidBytes;

/**
 * Something written in one language, and how far it has come. What it says is in its revisions.
 *
 * @param publishedRevision the one readers see, or saw; null when never published
 * @param correction whether that one only corrects the one before
 * @param publishAt when its newest revision is to be published, if that is set
 * @param publishedAt when it was first published
 * @param version grows with each change
 */
@MappedEntity("article")
public record Article(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    Kind kind,
    String language,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId,
    Status status,
    CommentRule comments,
    int newestRevision,
    @Nullable Integer publishedRevision,
    boolean correction,
    @Nullable Instant publishAt,
    @Nullable Instant publishedAt,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  static Article draft(
      UUID id, Kind kind, String language, UUID author, CommentRule comments, Instant now) {
    return new Article(
        id,
        kind,
        language,
        author,
        Status.DRAFT,
        comments,
        1,
        null,
        false,
        null,
        null,
        1,
        now,
        now);
  }

  Article revised(String language, CommentRule comments, Instant now) {
    return new Article(
        id,
        kind,
        language,
        authorId,
        status,
        comments,
        newestRevision + 1,
        publishedRevision,
        correction,
        publishAt,
        publishedAt,
        version + 1,
        createdAt,
        now);
  }

  Article published(boolean correction, Instant now) {
    return new Article(
        id,
        kind,
        language,
        authorId,
        Status.PUBLISHED,
        comments,
        newestRevision,
        newestRevision,
        correction,
        null,
        publishedAt == null ? now : publishedAt,
        version + 1,
        createdAt,
        now);
  }

  /** Already published, it stays so until the newest revision follows at that time. */
  Article scheduled(Instant at, boolean correction, Instant now) {
    return new Article(
        id,
        kind,
        language,
        authorId,
        status == Status.PUBLISHED ? status : Status.SCHEDULED,
        comments,
        newestRevision,
        publishedRevision,
        correction,
        at,
        publishedAt,
        version + 1,
        createdAt,
        now);
  }

  Article withdrawn(Instant now) {
    return new Article(
        id,
        kind,
        language,
        authorId,
        publishedRevision == null ? Status.DRAFT : Status.WITHDRAWN,
        comments,
        newestRevision,
        publishedRevision,
        correction,
        null,
        publishedAt,
        version + 1,
        createdAt,
        now);
  }

  /** Something about it was told anew, without any change in it: an edition came or went. */
  public Article touched(Instant now) {
    return new Article(
        id,
        kind,
        language,
        authorId,
        status,
        comments,
        newestRevision,
        publishedRevision,
        correction,
        publishAt,
        publishedAt,
        version + 1,
        createdAt,
        now);
  }

  public boolean isPublished() {
    return status == Status.PUBLISHED;
  }

  public boolean isListed() {
    return isPublished() && kind == Kind.POST;
  }

  /** Authors edit their own, editors all. */
  boolean isEditableBy(Caller.Author caller) {
    return caller.is(Role.EDITOR) || (caller.is(Role.AUTHOR) && caller.id().equals(authorId));
  }
}
