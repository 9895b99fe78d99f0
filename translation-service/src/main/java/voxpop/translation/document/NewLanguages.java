package voxpop.translation.document;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** A site that gets another language has all of its articles to translate into it, at once. */
@Singleton
class NewLanguages {
  private static final int PIECE = 100;

  /** Articles that readers see, and that the list of what there is to do in a language lacks. */
  private static final String LACKING =
      """
      SELECT d.article FROM document d WHERE d.published = TRUE AND d.language <> ? AND d.article > ?
        AND NOT EXISTS (SELECT 1 FROM progress p WHERE p.article = d.article AND p.language = ?)
      ORDER BY d.article LIMIT ?
      """;

  private final JdbcOperations jdbc;
  private final Documents documents;
  private final Sites sites;
  private final ToDo toDo;

  NewLanguages(JdbcOperations jdbc, Documents documents, Sites sites, ToDo toDo) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.sites = sites;
    this.toDo = toDo;
  }

  /** Puts what is not there yet on the list of what there is to do. */
  @Transactional
  void note() {
    for (String language : sites.site().languages()) {
      UUID after = new UUID(0, 0);
      List<UUID> lacking;
      do {
        lacking = lacking(language, after);
        for (UUID article : lacking) {
          documents.locked(article, language).ifPresent(toDo::note);
          after = article;
        }
      } while (lacking.size() == PIECE);
    }
  }

  private List<UUID> lacking(String language, UUID after) {
    return jdbc.prepareStatement(
        LACKING,
        sql -> {
          sql.setString(1, language);
          sql.setBytes(2, UuidBytes.bytes(after));
          sql.setString(3, language);
          sql.setInt(4, PIECE);
          List<UUID> articles = new ArrayList<>();
          try (ResultSet row = sql.executeQuery()) {
            while (row.next()) articles.add(UuidBytes.uuid(row.getBytes("article")));
          }
          return articles;
        });
  }
}
