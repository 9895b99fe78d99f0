package voxpop.translation.memory;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * This instance's index of what people approved: of a million sentences it names, in milliseconds,
 * those that share enough words with one. It holds no text; the database is the truth, and the
 * index is made anew from it at each start.
 *
 * <p>A sentence of n words that is at least 75 % like another shares 75 % of its words, however
 * often each comes, with one of 0.75 n to n / 0.75 words (Xiao et al., "Efficient similarity joins
 * for near-duplicate detection", 2011). So one of the rarest quarter of its words, and one more, is
 * in whatever is like it: Lucene walks the lists of these alone, and looks into those of the common
 * words only for what it finds there. As the index is in the order of pairs of languages and
 * lengths, it walks no more of a list than the part with the right ones. What it finds is then
 * compared word by word.
 */
@Singleton
class NearIndex {
  /**
   * Those that share most words are compared; more would cost time and change nothing, but where
   * thousands of sentences are made by one pattern.
   */
  private static final int CANDIDATES = 1000;

  private static final int MOST_INSTANCES = 16;

  /** Each word is looked up in each part of the index: few of them, for some more merging. */
  private static final int PARTS = 4;

  private final MemorySettings settings;
  private final Map<String, Integer> pairs = new ConcurrentHashMap<>();
  private @Nullable IndexWriter writer;
  private volatile @Nullable SearcherManager searchers;

  NearIndex(MemorySettings settings) {
    this.settings = settings;
  }

  /** A sentence that is like the one asked for; {@code likeness} from 75 to 100. */
  record Near(UUID entry, int likeness) {}

  private record Like(NearDocument document, int likeness) {
    static final Comparator<Like> BEST =
        Comparator.comparingInt(Like::likeness)
            .thenComparing(like -> like.document().entry())
            .reversed();
  }

  /** What there is to index of an entry. */
  record Source(UUID id, String from, String to, String source) {}

  /** Puts entries in, or in place of what they were. */
  synchronized void take(List<Source> entries, boolean maybeKnown) {
    try {
      IndexWriter index = writer();
      for (Source entry : entries) {
        Tokens tokens = Tokens.of(entry.source());
        if (tokens.size() == 0 || tokens.size() > Tokens.MOST) continue;
        Document document = NearDocument.of(entry.id(), pair(entry.from(), entry.to()), tokens);
        if (maybeKnown) index.updateDocument(NearDocument.named(entry.id()), document);
        else index.addDocument(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on what was put in is found. */
  void show() {
    SearcherManager manager = searchers;
    if (manager == null) return;
    try {
      manager.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The most like first, of those that are equally like the newest; of no more than {@code limit}
   * sentences, and of one that is there many times no more than as many.
   */
  List<Near> near(String from, String to, String text, int limit) {
    SearcherManager manager = searchers;
    Integer pair = pairs.get(name(from, to));
    if (manager == null || pair == null) return List.of();
    Tokens tokens = Tokens.of(text);
    if (tokens.size() == 0 || tokens.size() > Tokens.MOST) return List.of();
    try {
      IndexSearcher searcher = manager.acquire();
      try {
        return near(searcher, pair, tokens, limit);
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

  private static List<Near> near(IndexSearcher searcher, int pair, Tokens tokens, int limit)
      throws IOException {
    ScoreDoc[] found = searcher.search(NearDocument.like(pair, tokens), CANDIDATES).scoreDocs;
    Arrays.sort(found, Comparator.comparingInt(hit -> hit.doc));
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int[] wanted = tokens.numbers();
    List<Like> like = new ArrayList<>();
    for (ScoreDoc hit : found) {
      NearDocument document =
          NearDocument.read(leaves.get(ReaderUtil.subIndex(hit.doc, leaves)), hit.doc);
      int likeness = Likeness.of(wanted, document.words());
      if (likeness >= Likeness.LEAST) like.add(new Like(document, likeness));
    }
    like.sort(Like.BEST);
    Map<IntBuffer, Integer> times = new HashMap<>();
    List<Near> near = new ArrayList<>();
    for (Like one : like) {
      IntBuffer sentence = IntBuffer.wrap(one.document.words());
      if (!times.containsKey(sentence) && times.size() == limit) break;
      // said the same way in many articles, it would leave no room for others
      if (times.merge(sentence, 1, Integer::sum) > limit) continue;
      near.add(new Near(one.document.entry(), one.likeness));
    }
    return near;
  }

  private int pair(String from, String to) {
    Integer known = pairs.get(name(from, to));
    if (known != null) return known;
    int next = pairs.size();
    pairs.put(name(from, to), next);
    return next;
  }

  private static String name(String from, String to) {
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
                .setIndexSort(NearDocument.ORDER)
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(PARTS))
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
