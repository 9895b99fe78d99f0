package voxpop.translation.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What the index holds of a sentence: its words, each with its number where it comes again, to be
 * found by; its words as numbers, to be compared; and its place, by pair of languages and length.
 */
record NearDocument(UUID entry, int[] words) {
  /** Holds {@link Tokens#MOST}. */
  private static final int LENGTH_BITS = 16;

  private static final String ID = "id";
  private static final String PLACE = "place";
  private static final String WORD = "word";
  private static final String DATA = "data";

  /** Sentences of one pair stand together, the shortest first. */
  static final Sort ORDER = new Sort(new SortField(PLACE, SortField.Type.LONG));

  static Term named(UUID entry) {
    return new Term(ID, entry.toString());
  }

  static Document of(UUID entry, int pair, Tokens tokens) {
    Document document = new Document();
    document.add(new StringField(ID, entry.toString(), Field.Store.NO));
    document.add(new NumericDocValuesField(PLACE, place(pair, tokens.size())));
    for (String word : tokens.distinct()) {
      document.add(new StringField(WORD, word, Field.Store.NO));
    }
    int[] numbers = tokens.numbers();
    ByteBuffer data = ByteBuffer.allocate(2 * Long.BYTES + numbers.length * Integer.BYTES);
    data.putLong(entry.getMostSignificantBits()).putLong(entry.getLeastSignificantBits());
    data.asIntBuffer().put(numbers);
    document.add(new BinaryDocValuesField(DATA, new BytesRef(data.array())));
    return document;
  }

  /** Asks for those that share as many words with a sentence as one that is like it has to. */
  static Query like(int pair, Tokens tokens) {
    int n = tokens.size();
    int common = (n * Likeness.LEAST + 99) / 100;
    int longest = n * 100 / Likeness.LEAST;
    BooleanQuery.Builder question = new BooleanQuery.Builder().setMinimumNumberShouldMatch(common);
    for (String word : tokens.distinct()) {
      question.add(new TermQuery(new Term(WORD, word)), BooleanClause.Occur.SHOULD);
    }
    question.add(between(place(pair, common), place(pair, longest)), BooleanClause.Occur.FILTER);
    return question.build();
  }

  static NearDocument read(LeafReaderContext leaf, int doc) throws IOException {
    BinaryDocValues values = leaf.reader().getBinaryDocValues(DATA);
    values.advanceExact(doc - leaf.docBase);
    BytesRef bytes = values.binaryValue();
    ByteBuffer data = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    UUID entry = new UUID(data.getLong(), data.getLong());
    int[] words = new int[data.remaining() / Integer.BYTES];
    data.asIntBuffer().get(words);
    return new NearDocument(entry, words);
  }

  private static Query between(long first, long last) {
    return new IndexSortSortedNumericDocValuesRangeQuery(
        PLACE, first, last, NumericDocValuesField.newSlowRangeQuery(PLACE, first, last));
  }

  private static long place(int pair, int length) {
    return (long) pair << LENGTH_BITS | length;
  }
}
