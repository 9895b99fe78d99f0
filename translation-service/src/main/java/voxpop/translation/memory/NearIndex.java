package voxpop.translation.memory;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * This instance's index of what people approved: of a million sentences it names, in milliseconds,
 * those that share enough words with one. It holds no text; the database is the truth, and the
 * index is made anew from it at each start.
 *
 * <p>A sentence of n words that is at least 75 % like another shares 75 % of its words, however
 * often each comes, with one of 0.75 n to n / 0.75 words (Xiao et al., "Efficient similarity
 * joins", 2011): that is the question to Lucene. What it finds is then compared word by word.
 */
@Singleton
class NearIndex {
  /** Those that share most words are compared; more would cost time and change nothing. */
  private static final int CANDIDATES = 100;

  private static final int MOST_INSTANCES = 16;
  private static final String PAIR = "pair";
  private static final String ID = "id";
  private static final String WORD = "word";
  private static final String LENGTH = "length";
  private static final String DATA = "data";

  private final MemorySettings settings;
  private @Nullable IndexWriter writer;
  private volatile @Nullable SearcherManager searchers;

  NearIndex(MemorySettings settings) {
    this.settings = settings;
  }

  /** A sentence that is like the one asked for; {@code likeness} from 75 to 100. */
  record Near(UUID entry, int likeness) {}

  /** What there is to index of an entry. */
  record Source(UUID id, String from, String to, String source) {}

  /** Puts entries in, or in place of what they were. */
  synchronized void take(List<Source> entries, boolean maybeKnown) {
    try {
      IndexWriter index = writer();
      for (Source entry : entries) {
        Tokens tokens = Tokens.of(entry.source());
        if (tokens.size() == 0 || tokens.size() > Tokens.MOST) continue;
        Document document = document(entry, tokens);
        if (maybeKnown) index.updateDocument(new Term(ID, entry.id().toString()), document);
        else index.addDocument(document);
      }
      SearcherManager manager = searchers;
      if (manager != null) manager.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most like first; of those that are equally like, the newest. */
  List<Near> near(String from, String to, String text, int limit) {
    Tokens tokens = Tokens.of(text);
    SearcherManager manager = searchers;
    if (manager == null || tokens.size() == 0 || tokens.size() > Tokens.MOST) return List.of();
    try {
      IndexSearcher searcher = manager.acquire();
      try {
        return near(searcher, from, to, tokens, limit);
      } finally {
        manager.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    IndexWriter there = writer;
    return there == null ? 0 : there.getDocStats().numDocs;
  }

  private static List<Near> near(
      IndexSearcher searcher, String from, String to, Tokens tokens, int limit) throws IOException {
    ScoreDoc[] found = searcher.search(question(from, to, tokens), CANDIDATES).scoreDocs;
    int[] wanted = tokens.numbers();
    List<Near> near = new ArrayList<>();
    for (ScoreDoc hit : found) {
      ByteBuffer data = data(searcher, hit.doc);
      UUID id = new UUID(data.getLong(), data.getLong());
      int[] words = new int[data.remaining() / Integer.BYTES];
      data.asIntBuffer().get(words);
      int likeness = Likeness.of(wanted, words);
      if (likeness >= Likeness.LEAST) near.add(new Near(id, likeness));
    }
    near.sort(
        Comparator.comparingInt(Near::likeness)
            .reversed()
            .thenComparing(Near::entry, Comparator.reverseOrder()));
    return near.size() > limit ? near.subList(0, limit) : near;
  }

  private static Query question(String from, String to, Tokens tokens) {
    int n = tokens.size();
    int common = (n * Likeness.LEAST + 99) / 100;
    int longest = n * 100 / Likeness.LEAST;
    BooleanQuery.Builder question = new BooleanQuery.Builder().setMinimumNumberShouldMatch(common);
    question.add(new TermQuery(new Term(PAIR, pair(from, to))), BooleanClause.Occur.FILTER);
    question.add(IntField.newRangeQuery(LENGTH, common, longest), BooleanClause.Occur.FILTER);
    for (String word : tokens.distinct()) {
      question.add(new TermQuery(new Term(WORD, word)), BooleanClause.Occur.SHOULD);
    }
    return question.build();
  }

  private static ByteBuffer data(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(DATA);
    values.advanceExact(doc - leaf.docBase);
    BytesRef bytes = values.binaryValue();
    return ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).slice();
  }

  private static Document document(Source entry, Tokens tokens) {
    Document document = new Document();
    document.add(new StringField(PAIR, pair(entry.from(), entry.to()), Field.Store.NO));
    document.add(new StringField(ID, entry.id().toString(), Field.Store.NO));
    document.add(new IntField(LENGTH, tokens.size(), Field.Store.NO));
    for (String word : tokens.distinct()) {
      document.add(new StringField(WORD, word, Field.Store.NO));
    }
    int[] numbers = tokens.numbers();
    ByteBuffer data = ByteBuffer.allocate(2 * Long.BYTES + numbers.length * Integer.BYTES);
    data.putLong(entry.id().getMostSignificantBits()).putLong(entry.id().getLeastSignificantBits());
    for (int number : numbers) data.putInt(number);
    document.add(new BinaryDocValuesField(DATA, new BytesRef(data.array())));
    return document;
  }

  private static String pair(String from, String to) {
    return from + ">" + to;
  }

  private IndexWriter writer() throws IOException {
    IndexWriter there = writer;
    if (there != null) return there;
    IndexWriter opened = open();
    writer = opened;
    searchers =
        new SearcherManager(
            opened,
            new SearcherFactory() {
              @Override
              public IndexSearcher newSearcher(
                  org.apache.lucene.index.IndexReader reader,
                  org.apache.lucene.index.@Nullable IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BooleanSimilarity()); // a word shared is a point
                return searcher;
              }
            });
    return opened;
  }

  /** Instances on one machine may share the setting; each takes a folder that no other has. */
  private IndexWriter open() throws IOException {
    for (int i = 0; ; i++) {
      Path own = settings.place().resolve(String.valueOf(i));
      Files.createDirectories(own);
      FSDirectory directory = FSDirectory.open(own);
      try {
        return new IndexWriter(
            directory,
            new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setCommitOnClose(false));
      } catch (LockObtainFailedException taken) {
        directory.close();
        if (i == MOST_INSTANCES) throw taken;
      }
    }
  }

  @PreDestroy
  synchronized void close() throws IOException {
    SearcherManager manager = searchers;
    searchers = null;
    if (manager != null) manager.close();
    IndexWriter open = writer;
    writer = null;
    if (open != null) open.rollback();
  }
}
