package voxpop.translation.glossary;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TermRepository extends GenericRepository<Term, UUID> {
  Term save(Term term);

  Term update(Term term);

  Optional<Term> findById(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  void deleteById(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  List<Term> findBySourceAndTargetOrderById(String source, String target);

  /** One page of the list; an empty language or text means any. */
  @Query(
      "SELECT * FROM term WHERE (:source = '' OR source = :source) AND (:target = '' OR target ="
          + " :target) AND (:text = '' OR INSTR(LOWER(term), LOWER(:text)) > 0 OR"
          + " INSTR(LOWER(COALESCE(translation, '')), LOWER(:text)) > 0) AND id > :after ORDER BY"
          + " id LIMIT :limit")
  List<Term> page(
      String source,
      String target,
      String text,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID after,
      int limit);

  @Query("SELECT changes FROM glossary_state WHERE id = 1")
  long changes();

  @Query("UPDATE glossary_state SET changes = changes + 1 WHERE id = 1")
  void noteChange();
}
