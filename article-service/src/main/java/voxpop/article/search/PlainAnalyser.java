package voxpop.article.search;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words of any language (UAX #29) without capitals and marks: what a hurried reader types. */
final class PlainAnalyser extends Analyzer {
  private static final NormalizeCharMap APOSTROPHES = apostrophes();

  private final boolean asTyped;

  /** {@code asTyped} leaves capitals and marks, which some languages' stemmers want to see. */
  PlainAnalyser(boolean asTyped) {
    this.asTyped = asTyped;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    return asTyped
        ? new TokenStreamComponents(words)
        : new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(APOSTROPHES, text);
  }

  /** What an analyser makes of a text, at most so many pieces. */
  static List<String> pieces(Analyzer analyser, String field, String text, int most) {
    List<String> pieces = new ArrayList<>();
    try (TokenStream stream = analyser.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (pieces.size() < most && stream.incrementToken()) {
        pieces.add(term.toString());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return pieces;
  }

  /** L’été is l and été, so that the word is found without its article. */
  private static NormalizeCharMap apostrophes() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    map.add("'", " ");
    map.add("’", " ");
    return map.build();
  }
}
