package voxpop.gateway.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searching and replacing in a translation's texts; what stands between {@code <} and {@code >} is
 * no text.
 *
 * @param find what is looked for, literally
 * @param with what is put in its place
 * @param exact whether capital letters make a difference
 */
public record Replacing(String find, String with, boolean exact) {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  /** A row in which it is found, before and after. */
  public record Hit(Bench.Row row, String after) {
    /** What the form sends for it: which text was looked at. */
    public String pick() {
      return row.id() + "." + row.version();
    }

    public WordDifference difference() {
      return WordDifference.between(String.valueOf(row.target()), after);
    }
  }

  /** Where it is found. */
  public List<Hit> hits(List<Bench.Row> rows) {
    List<Hit> hits = new ArrayList<>();
    if (find.isEmpty()) return hits;
    for (Bench.Row row : rows) {
      String text = row.target();
      if (text == null) continue;
      String after = row.marked() ? besideTags(text) : inText(text);
      if (!after.equals(text)) hits.add(new Hit(row, after));
    }
    return hits;
  }

  private String besideTags(String text) {
    StringBuilder out = new StringBuilder();
    Matcher tags = TAG.matcher(text);
    int at = 0;
    while (tags.find()) {
      out.append(inText(text.substring(at, tags.start()))).append(tags.group());
      at = tags.end();
    }
    return out.append(inText(text.substring(at))).toString();
  }

  private String inText(String text) {
    int flags = Pattern.LITERAL | (exact ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return Pattern.compile(find, flags).matcher(text).replaceAll(Matcher.quoteReplacement(with));
  }
}
