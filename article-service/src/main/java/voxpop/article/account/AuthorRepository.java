package voxpop.article.account;

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
public interface AuthorRepository extends GenericRepository<Author, UUID> {

  Optional<Author> findById(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  Optional<Author> findByEmail(String email);

  Optional<Author> findByName(String name);

  List<Author> findAllOrderByName();

  /**
   * Locks all accounts, for rules that look at more than one: there are tens of them, changed once
   * in a while.
   */
  @Query("SELECT * FROM author ORDER BY id FOR UPDATE")
  List<Author> lockAll();

  Author save(Author author);

  Author update(Author author);
}
