package voxpop.gateway.studio;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two versions of a sentence as one, word by word: what stayed, what went, what came. */
public record WordDifference(List<Part> parts) {
  /** A word, a tag, or what stands between: each is kept or exchanged as a whole. */
  private static final Pattern WORD = Pattern.compile("<[^>]*>|[\\p{L}\\p{M}\\p{N}]+|\\s+|.");

  /** Beyond, a comparison costs more than it tells. */
  private static final int LONGEST = 20_000;

  /** What a part is. */
  public enum Kind {
    SAME,
    GONE,
    NEW
  }

  /** Some words in a row. */
  public record Part(Kind kind, String text) {
    public boolean gone() {
      return kind == Kind.GONE;
    }

    public boolean isNew() {
      return kind == Kind.NEW;
    }
  }

  public static WordDifference between(String before, String now) {
    List<Part> parts = new ArrayList<>();
    if (before.length() > LONGEST || now.length() > LONGEST) {
      add(parts, Kind.GONE, List.of(before));
      add(parts, Kind.NEW, List.of(now));
      return new WordDifference(parts);
    }
    List<String> old = words(before);
    List<String> fresh = words(now);
    int at = 0;
    List<AbstractDelta<String>> deltas = DiffUtils.diff(old, fresh).getDeltas();
    for (int i = 0; i < deltas.size(); i++) {
      int from = deltas.get(i).getSource().getPosition();
      int into = deltas.get(i).getTarget().getPosition();
      // words that changed with nothing but a space between them have changed together
      while (i + 1 < deltas.size() && onlySpace(old, deltas.get(i), deltas.get(i + 1))) i++;
      add(parts, Kind.SAME, old.subList(at, from));
      at = end(deltas.get(i).getSource());
      int to = end(deltas.get(i).getTarget());
      add(parts, Kind.GONE, old.subList(from, at));
      add(parts, Kind.NEW, fresh.subList(into, to));
    }
    add(parts, Kind.SAME, old.subList(at, old.size()));
    return new WordDifference(parts);
  }

  private static boolean onlySpace(
      List<String> old, AbstractDelta<String> one, AbstractDelta<String> next) {
    return old.subList(end(one.getSource()), next.getSource().getPosition()).stream()
        .allMatch(String::isBlank);
  }

  private static int end(Chunk<String> chunk) {
    return chunk.getPosition() + chunk.size();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static void add(List<Part> parts, Kind kind, List<String> words) {
    String text = String.join("", words);
    if (!text.isEmpty()) parts.add(new Part(kind, text));
  }
}
