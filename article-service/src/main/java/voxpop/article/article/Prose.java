package voxpop.article.article;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * What can be told about a text by reading it: its length in words, the time it takes, its first
 * sentences.
 */
public final class Prose {

  /**
   * Words a minute: the average of silent readers of English non-fiction (Brysbaert 2019) is 238.
   */
  private static final int READING_SPEED = 230;

  /** As much as search engines and share cards show of a page. */
  static final int SUMMARY_LENGTH = 200;

  private Prose() {}

  public static int words(String html, String language) {
    var text = Jsoup.parseBodyFragment(html).text();
    var breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
    breaks.setText(text);
    var words = 0;
    while (breaks.next() != BreakIterator.DONE) {
      if (breaks.getRuleStatus() >= BreakIterator.WORD_NUMBER) words++;
    }
    return words;
  }

  public static int minutes(int words) {
    return Math.max(1, Math.round((float) words / READING_SPEED));
  }

  /**
   * The beginning of the running text, cut at a sentence where one ends in time, else at a word.
   */
  public static String beginning(String html, String language) {
    var body = Jsoup.parseBodyFragment(html).body();
    body.select("figure, table, pre, blockquote, section.footnotes, sup.footnote-ref, img")
        .remove();
    var text = new StringBuilder();
    for (var paragraph : body.select("p, li, dd")) {
      if (text.length() > SUMMARY_LENGTH) break;
      text.append(text.isEmpty() ? "" : " ").append(paragraph.text());
    }
    var all = text.isEmpty() ? body.text() : text.toString().strip();
    if (all.length() <= SUMMARY_LENGTH) return all;
    var sentence =
        lastBreak(BreakIterator.getSentenceInstance(Locale.forLanguageTag(language)), all);
    if (sentence >= SUMMARY_LENGTH / 2) return all.substring(0, sentence).strip();
    var word = lastBreak(BreakIterator.getWordInstance(Locale.forLanguageTag(language)), all);
    return all.substring(0, word > 0 ? word : SUMMARY_LENGTH)
            .strip()
            .replaceAll("[\\p{P}&&[^)\\]”’»!?]]+$", "")
        + "…";
  }

  private static int lastBreak(BreakIterator breaks, String text) {
    breaks.setText(text);
    return Math.max(0, breaks.preceding(SUMMARY_LENGTH + 1));
  }
}
