package voxpop.comment.article;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** What article-service's feed told of an article last. */
@MappedEntity("article")
record ArticleCopy(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    String status,
    CommentRule comments,
    String language) {}
