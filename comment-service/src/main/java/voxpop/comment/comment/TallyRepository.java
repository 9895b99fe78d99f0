package voxpop.comment.comment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TallyRepository extends GenericRepository<Tally, String> {

  @Query(
      "INSERT INTO tally (subject, slot, total) VALUES (:subject, :slot, :change)"
          + " ON DUPLICATE KEY UPDATE total = total + :change")
  void add(String subject, int slot, long change);

  @Query("SELECT COALESCE(SUM(total), 0) FROM tally WHERE subject = :subject")
  long total(String subject);
}
