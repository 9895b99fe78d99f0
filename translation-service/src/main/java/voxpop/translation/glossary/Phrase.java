package voxpop.translation.glossary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A wording, ready to be looked for. The rule:
 *
 * <ul>
 *   <li>whole words only, in this order, with nothing but white space, hyphens or an apostrophe
 *       between them;
 *   <li>upper and lower case are the same, and so are a word's forms ({@link Words}), unless the
 *       term is case-sensitive: then it is found as it is written, in no other form;
 *   <li>a wording with other characters in it ({@code C++}, {@code Node.js}), or in a language that
 *       parts no words, is found as it is written, not inside a longer word.
 * </ul>
 */
record Phrase(Words words, boolean caseSensitive, boolean literal) {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s\\p{Z}\\p{Pd}'’]");
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\p{Pd}'’]{1,3}");

  /** A place in a text, from its first character to behind its last one. */
  record Span(int start, int end) {}

  static Phrase of(String language, String text, boolean caseSensitive) {
    Words words = Words.of(language, text.strip());
    boolean literal = words.all().isEmpty() || !words.spaced() || OTHER.matcher(text).find();
    return new Phrase(words, caseSensitive, literal);
  }

  List<Span> in(Words text) {
    if (literal) return asWritten(text);
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < text.all().size(); i++) {
      if (at(text, i)) spans.add(span(text, i));
    }
    return spans;
  }

  /** Whether it stands at this word of a text. */
  boolean at(Words text, int from) {
    List<Words.Word> wanted = words.all();
    if (from + wanted.size() > text.all().size()) return false;
    for (int i = 0; i < wanted.size(); i++) {
      Words.Word word = text.all().get(from + i);
      if (!same(wanted.get(i), word)) return false;
      if (i > 0 && !gap(text, text.all().get(from + i - 1).end(), word.start())) return false;
    }
    return true;
  }

  Span span(Words text, int from) {
    return new Span(
        text.all().get(from).start(), text.all().get(from + words.all().size() - 1).end());
  }

  private boolean same(Words.Word a, Words.Word b) {
    if (caseSensitive) return a.text().equals(b.text());
    return a.folded().equals(b.folded()) || a.stem().equals(b.stem());
  }

  private static boolean gap(Words text, int from, int to) {
    return GAP.matcher(text.text().substring(from, to)).matches();
  }

  private List<Span> asWritten(Words text) {
    String in = caseSensitive ? text.text() : text.text().toLowerCase(Locale.ROOT);
    String wanted = Normalizer.normalize(words.text(), Normalizer.Form.NFC);
    if (!caseSensitive) wanted = wanted.toLowerCase(Locale.ROOT);
    List<Span> spans = new ArrayList<>();
    if (wanted.isEmpty() || in.length() != text.text().length()) return spans;
    for (int at = in.indexOf(wanted); at >= 0; at = in.indexOf(wanted, at + 1)) {
      int end = at + wanted.length();
      boolean inside = text.spaced() && (joined(in, at) || joined(in, end));
      if (!inside) spans.add(new Span(at, end));
    }
    return spans;
  }

  private static boolean joined(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLetterOrDigit(text.codePointBefore(at))
        && Character.isLetterOrDigit(text.codePointAt(at));
  }
}
