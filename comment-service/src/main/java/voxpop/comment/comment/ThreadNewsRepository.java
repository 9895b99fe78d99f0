package voxpop.comment.comment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** Notes that a thread has changed, until the feed has told it. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ThreadNewsRepository extends GenericRepository<ThreadNewsRepository.Note, UUID> {
  @MappedEntity("thread_news")
  record Note(
      @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID articleId) {}

  Note save(Note note);

  /** The first note of each article that has any, in the order of the articles. */
  @Query(
      "SELECT MIN(id) AS id, article_id FROM thread_news WHERE article_id > :after"
          + " GROUP BY article_id ORDER BY article_id LIMIT :most")
  List<Note> articlesAfter(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID after, int most);
}
