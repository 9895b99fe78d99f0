package voxpop.comment.comment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TallyRepository extends GenericRepository<Tally, String> {

  @Query(
      "INSERT INTO tally (subject, slot, total) VALUES (:subject, :slot, :change)"
          + " ON DUPLICATE KEY UPDATE total = total + :change")
  void add(String subject, int slot, long change);

  @Query("SELECT COALESCE(SUM(total), 0) FROM tally WHERE subject = :subject")
  long total(String subject);

  /** A subject's whole. */
  @Introspected
  record Sum(String subject, long total) {}

  @Query(
      "SELECT subject, SUM(total) AS total FROM tally WHERE subject IN (:subjects) GROUP BY"
          + " subject")
  List<Sum> totals(List<String> subjects);
}
