package voxpop.article.search;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/**
 * The index of this instance, in a folder. What it holds and up to which change is committed
 * together.
 */
@Singleton
class EditionIndex {
  /** Written into every index; one that was made in an older way is made anew. */
  private static final String WAY_OF_MAKING = "1";

  private static final String WAY = "way";
  private static final String POSITION = "position";

  /** Instances on one machine that may share the setting; each takes a folder that no other has. */
  private static final int MOST_INSTANCES = 16;

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int PIECE = 200;

  private final Path folder;
  private final EditionTexts texts;
  private final Analyzer analyser = new Analysers();
  private final CountDownLatch ready = new CountDownLatch(1);
  private @Nullable IndexWriter writer;
  private volatile @Nullable SearcherManager searchers;

  EditionIndex(@Value("${voxpop.search.folder}") Path folder, EditionTexts texts) {
    this.folder = folder.toAbsolutePath();
    this.texts = texts;
  }

  Analyzer analyser() {
    return analyser;
  }

  /**
   * Opens it; answers the position in the feed that it stands for, or nothing if it has to be
   * filled first.
   */
  synchronized Optional<String> open() throws IOException {
    IndexWriter opened = writer();
    if (searchers == null) {
      searchers = new SearcherManager(opened, null);
    }
    Map<String, String> state = state(opened);
    if (!WAY_OF_MAKING.equals(state.get(WAY)) || state.get(POSITION) == null) {
      return Optional.empty();
    }
    ready.countDown();
    return Optional.of(state.get(POSITION));
  }

  /** Makes it anew from the database, which is read after {@code position} was noted. */
  synchronized void fill(String position) throws IOException {
    IndexWriter index = writer();
    index.deleteAll();
    List<EditionText> piece = texts.after(BEFORE_ALL, "", PIECE);
    while (!piece.isEmpty()) {
      for (EditionText edition : piece) {
        index.addDocument(edition.document());
      }
      EditionText last = piece.getLast();
      piece = texts.after(last.article(), last.language(), PIECE);
    }
    commit(position);
    show();
    ready.countDown();
  }

  /**
   * Takes over what the database says of these articles now. Reading and writing are one step, so
   * that an older state never replaces a newer one.
   */
  synchronized void renew(Collection<UUID> articles) throws IOException {
    IndexWriter index = writer();
    List<EditionText> found = texts.of(articles);
    for (UUID article : articles) {
      Term its = new Term(Fields.ARTICLE, article.toString());
      List<Document> documents =
          found.stream()
              .filter(edition -> edition.article().equals(article))
              .map(EditionText::document)
              .toList();
      // an update by no documents would leave the writer's own accounts wrong
      if (documents.isEmpty()) {
        index.deleteDocuments(its);
      } else {
        index.updateDocuments(its, documents);
      }
    }
    show();
  }

  /** The same for all that is about a topic, which is called otherwise now. */
  void renewAbout(UUID topic) throws IOException {
    List<UUID> articles = texts.about(topic);
    for (int from = 0; from < articles.size(); from += PIECE) {
      renew(articles.subList(from, Math.min(from + PIECE, articles.size())));
    }
  }

  synchronized void commit(String position) throws IOException {
    IndexWriter index = writer();
    index.setLiveCommitData(Map.of(WAY, WAY_OF_MAKING, POSITION, position).entrySet());
    index.commit();
  }

  /** A question to the index as it is now. */
  interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  /**
   * Asks it.
   *
   * @param patience how long to wait for an index that is just being made
   * @throws Problem 503 if it isn't there by then
   */
  <T> T ask(Duration patience, Reading<T> reading) {
    try {
      SearcherManager manager =
          ready.await(patience.toMillis(), TimeUnit.MILLISECONDS) ? searchers : null;
      if (manager == null) {
        throw Problem.unavailable("The search is being prepared.");
      }
      IndexSearcher searcher = manager.acquire();
      try {
        return reading.of(searcher);
      } finally {
        manager.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The search is going down.");
    }
  }

  synchronized void close() throws IOException {
    if (searchers != null) {
      searchers.close();
    }
    if (writer != null) {
      // commits what it holds with the position of the last commit: the rest is read again, without
      // harm
      writer.close();
    }
    searchers = null;
    writer = null;
  }

  private void show() throws IOException {
    SearcherManager manager = searchers;
    if (manager != null) {
      manager.maybeRefreshBlocking();
    }
  }

  private synchronized IndexWriter writer() throws IOException {
    IndexWriter there = writer;
    if (there == null) {
      there = openWriter();
      writer = there;
    }
    return there;
  }

  private IndexWriter openWriter() throws IOException {
    for (int i = 0; ; i++) {
      Path own = folder.resolve(String.valueOf(i));
      Files.createDirectories(own);
      Directory directory = FSDirectory.open(own);
      try {
        return new IndexWriter(directory, new IndexWriterConfig(analyser));
      } catch (LockObtainFailedException taken) {
        directory.close();
        if (i == MOST_INSTANCES) {
          throw taken;
        }
      } catch (org.apache.lucene.index.CorruptIndexException
          | org.apache.lucene.index.IndexFormatTooOldException broken) {
        return new IndexWriter(
            directory,
            new IndexWriterConfig(analyser).setOpenMode(IndexWriterConfig.OpenMode.CREATE));
      }
    }
  }

  private static Map<String, String> state(IndexWriter index) {
    Iterable<Map.Entry<String, String>> data = index.getLiveCommitData();
    Map<String, String> state = new java.util.HashMap<>();
    if (data != null) {
      data.forEach(entry -> state.put(entry.getKey(), entry.getValue()));
    }
    return state;
  }
}
