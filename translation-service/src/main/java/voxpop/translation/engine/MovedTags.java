package voxpop.translation.engine;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tags that an engine left standing while their words moved ("the {@code <b>}red{@code </b>}
 * house" as "la {@code <b>}casa{@code </b>} roja"). What stands inside a tag is sent along once
 * more as a paragraph of its own; its translation shows which words of the answer the tag belongs
 * to.
 */
public final class MovedTags {
  private static final Pattern INNERMOST = Pattern.compile("<g(\\d+)>([^<]*\\p{L}[^<]*)</g\\1>");
  private static final Pattern PARAGRAPH = Pattern.compile("<p>(.*?)</p>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’-]+");
  private static final Transliterator PLAIN =
      Transliterator.getInstance("NFD; [:Nonspacing Mark:] Remove; NFC; Lower");

  private MovedTags() {}

  /** The text with the words inside each tag behind it. */
  static String question(String text) {
    StringBuilder question = new StringBuilder(text);
    INNERMOST
        .matcher(text)
        .results()
        .forEach(tag -> question.append("<p>").append(tag.group(2)).append("</p>"));
    return question.toString();
  }

  /**
   * The translation alone, with its tags around the right words.
   *
   * @return without any tag if the right words can't be told: the caller then protects more
   *     strictly
   */
  static String answer(String text, String answer) {
    List<String> numbers = INNERMOST.matcher(text).results().map(tag -> tag.group(1)).toList();
    if (numbers.isEmpty()) return answer;
    List<String> probes = PARAGRAPH.matcher(answer).results().map(p -> p.group(1)).toList();
    Matcher first = PARAGRAPH.matcher(answer);
    String translation = first.find() ? answer.substring(0, first.start()) : answer;
    if (probes.size() != numbers.size()) return untagged(translation);
    for (int i = 0; i < probes.size(); i++) {
      String placed = place(translation, numbers.get(i), words(probes.get(i)));
      if (placed == null) return untagged(translation);
      translation = placed;
    }
    return translation;
  }

  /** The words inside each innermost tag of a text. */
  public static List<String> insides(String text) {
    return INNERMOST.matcher(text).results().map(tag -> tag.group(2)).toList();
  }

  /**
   * A translation with a tag put around other words, where these are evidently the ones: what the
   * tag's words mean by themselves stands elsewhere, and not inside.
   *
   * @param insides translations of {@link #insides}, in their order
   */
  public static String mended(String text, String translation, List<String> insides) {
    List<String> numbers = INNERMOST.matcher(text).results().map(tag -> tag.group(1)).toList();
    String mended = translation;
    for (int i = 0; i < Math.min(numbers.size(), insides.size()); i++) {
      List<String> wanted = words(insides.get(i));
      String placed = wanted.isEmpty() ? null : place(mended, numbers.get(i), wanted);
      if (placed != null) mended = placed;
    }
    return mended;
  }

  private static @Nullable String place(String text, String number, List<String> wanted) {
    Pattern tag = Pattern.compile("<g" + number + ">([^<]*)</g" + number + ">");
    Matcher now = tag.matcher(text);
    if (!now.find()) return null;
    if (likeness(words(now.group(1)), wanted) >= 0.5) return text;
    String without = text.substring(0, now.start()) + now.group(1) + text.substring(now.end());
    return around(without, number, wanted);
  }

  /** Puts the tag around the words that are most like the wanted ones. */
  private static @Nullable String around(String text, String number, List<String> wanted) {
    List<MatchResult> words =
        WORD.matcher(text).results().filter(w -> !insideTag(text, w)).toList();
    double best = 0.5;
    String placed = null;
    for (int i = 0; i + wanted.size() <= words.size(); i++) {
      int from = words.get(i).start();
      int to = words.get(i + wanted.size() - 1).end();
      String inside = text.substring(from, to);
      double likeness = inside.contains("<") ? 0 : likeness(words(inside), wanted);
      if (likeness > best || (placed == null && likeness == best)) {
        best = likeness;
        placed =
            text.substring(0, from)
                + "<g"
                + number
                + ">"
                + inside
                + "</g"
                + number
                + ">"
                + text.substring(to);
      }
    }
    return placed;
  }

  private static boolean insideTag(String text, MatchResult word) {
    return text.lastIndexOf('<', word.start()) > text.lastIndexOf('>', word.start());
  }

  /**
   * The share of wanted words of which there is one with the same stem: endings agree with others.
   */
  private static double likeness(List<String> words, List<String> wanted) {
    if (wanted.isEmpty() || words.isEmpty()) return wanted.isEmpty() == words.isEmpty() ? 1 : 0;
    long found =
        wanted.stream().filter(w -> words.stream().anyMatch(word -> sameStem(word, w))).count();
    return (double) found / Math.max(wanted.size(), words.size());
  }

  private static boolean sameStem(String a, String b) {
    if (a.equals(b)) return true;
    int common = 0;
    while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common))
      common++;
    return common >= 3 && common * 5 >= Math.max(a.length(), b.length()) * 3;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    WORD.matcher(PLAIN.transliterate(text.toLowerCase(Locale.ROOT)))
        .results()
        .forEach(w -> words.add(w.group()));
    return words;
  }

  private static String untagged(String text) {
    return String.join("", Arrays.asList(text.split("</?g\\d+>", -1)));
  }
}
