package voxpop.translation.document;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ProgressRepository extends GenericRepository<Progress, UUID> {
  @Query(
      "INSERT INTO progress (id, article, language, source_language, title, kind, missing, machine,"
          + " draft, approved, stale, to_do) VALUES (:id, :article, :language, :sourceLanguage,"
          + " :title, :kind, :missing, :machine, :draft, :approved, :stale, :toDo) ON DUPLICATE KEY"
          + " UPDATE source_language = VALUES(source_language), title = VALUES(title), kind ="
          + " VALUES(kind), missing = VALUES(missing), machine = VALUES(machine), draft ="
          + " VALUES(draft), approved = VALUES(approved), stale = VALUES(stale), to_do ="
          + " VALUES(to_do)")
  void note(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language,
      String sourceLanguage,
      String title,
      String kind,
      int missing,
      int machine,
      int draft,
      int approved,
      int stale,
      boolean toDo);

  /** What there is to do, the newest article first. */
  @Query(
      "SELECT * FROM progress WHERE to_do = TRUE AND language IN (:languages) AND (article <"
          + " :article OR (article = :article AND language > :language)) AND CASE :state WHEN"
          + " 'stale' THEN stale WHEN 'missing' THEN missing WHEN 'machine' THEN machine WHEN"
          + " 'draft' THEN draft ELSE 1 END > 0 ORDER BY article DESC, language LIMIT :limit")
  List<Progress> toDo(
      List<String> languages,
      String state,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language,
      int limit);

  List<Progress> findByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
