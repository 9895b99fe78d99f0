package voxpop.load.growth;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import voxpop.local.EmbeddedDatabase;

/**
 * {@code Grow DATA ARTICLES}: fills the databases in the folder of a platform that was started once
 * with {@code deploy/local/up} and is stopped now. Broken off, it goes on at the next call; with a
 * larger number, it adds what is missing.
 */
public final class Grow {
  /** Nothing else runs meanwhile; a crash only costs the last second, which is then done again. */
  private static final List<String> OPTIONS =
      List.of(
          "--innodb-buffer-pool-size=2G",
          "--innodb-log-file-size=1G",
          "--innodb-flush-log-at-trx-commit=0");

  private Grow() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    int articles = Integer.parseInt(arguments[1]);
    Path done = data.resolve("grown");
    if (!Files.exists(done) || Integer.parseInt(Files.readString(done)) < articles) {
      Properties secrets = new Properties();
      try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
        secrets.load(reader);
      }
      try (EmbeddedDatabase database =
          new EmbeddedDatabase(
                  data.resolve("mariadb"), 0, secrets.getProperty("database.root"), OPTIONS)
              .start()) {
        fill(database, articles);
      }
      // article-service makes its index anew from the table when it finds none
      forget(data.resolve("search"));
      Files.writeString(done, Integer.toString(articles));
    }
    Paths.write(data.resolve("paths"), articles);
  }

  private static void fill(EmbeddedDatabase database, int articles)
      throws SQLException, InterruptedException, ExecutionException {
    Filling article = new Filling(database, new ArticleShelf());
    Filling comment = new Filling(database, new CommentShelf());
    Filling translation = new Filling(database, new TranslationShelf());
    List<Filling> all = List.of(article, comment, translation);
    try (var threads = Executors.newFixedThreadPool(all.size())) {
      for (Future<?> done :
          all.stream().map(one -> threads.submit(() -> one.upTo(articles))).toList()) {
        done.get();
      }
    }
    article.read(
        Map.of(
            "related", article.feedEnd(),
            "recommendation", article.feedEnd(),
            "translation-service", translation.feedEnd()));
    comment.read(Map.of("article-service", article.feedEnd()));
    translation.read(
        Map.of("article-service", article.feedEnd(), "comment-service", comment.feedEnd()));
    for (Filling one : all) one.analyse(one.tables());
  }

  private static void forget(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
