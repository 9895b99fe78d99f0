package voxpop.translation.memory;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * The words of a sentence, without regard to markup, case and punctuation: what likeness is
 * measured by. Word boundaries are Unicode's (UAX 29), with dictionaries for scripts without
 * spaces.
 */
record Tokens(List<String> words) {
  /** A longer text is no sentence, and no near match of it is of use to anybody. */
  static final int MOST = 300;

  static Tokens of(String text) {
    String plain =
        text.indexOf('<') < 0 && text.indexOf('&') < 0
            ? text
            : Jsoup.parseBodyFragment(text).text();
    String folded =
        UCharacter.toLowerCase(ULocale.ROOT, Normalizer.normalize(plain, Normalizer.Form.NFKC));
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(folded);
    List<String> found = new ArrayList<>();
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
      if (words.getRuleStatus() != BreakIterator.WORD_NONE) found.add(folded.substring(start, end));
    }
    return new Tokens(found);
  }

  int size() {
    return words.size();
  }

  /** Each word once; one that comes again has its number, so that counting counts right. */
  List<String> distinct() {
    Map<String, Integer> times = new HashMap<>();
    List<String> distinct = new ArrayList<>(words.size());
    for (String word : words) {
      int nth = times.merge(word, 1, Integer::sum);
      distinct.add(nth == 1 ? word : word + '\u0001' + nth);
    }
    return distinct;
  }

  /**
   * The words as numbers, to be compared fast; two words with one number are rare and do no harm.
   */
  int[] numbers() {
    return words.stream().mapToInt(String::hashCode).toArray();
  }
}
