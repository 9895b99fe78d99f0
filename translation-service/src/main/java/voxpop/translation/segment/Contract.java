package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a translation must have in common with its source: the same tags with the same attributes,
 * the same code, the same addresses, placeholders and numbers, each as often as there. Order is
 * free.
 */
public final class Contract {
  private static final Pattern ENGINE_MARK = Pattern.compile("(?<![\\p{L}\\p{N}])[*#@](?=\\p{L})");

  /** What an engine adds that takes text for markup, or escapes what is escaped. */
  private static final Pattern MARKUP_AS_TEXT =
      Pattern.compile("</?[A-Za-z!][^<>]*>|&(?:amp|lt|gt|quot|apos|nbsp|#\\d+|#x[0-9a-fA-F]+);");

  private Contract() {}

  /** What is wrong with a text; empty if nothing is. */
  public static List<Reason> violations(Kind kind, String source, String target) {
    Parts wanted = Parts.of(kind, source);
    Parts got = Parts.of(kind, target);
    List<Reason> violations = new ArrayList<>();
    compare(wanted.tags, got.tags, violations);
    compare(wanted.fixed, got.fixed, violations);
    if (!count(Protected.digitRuns(wanted.text())).equals(count(Protected.digitRuns(got.text())))) {
      List<Reason> numbers = new ArrayList<>();
      compare(Protected.numbers(wanted.text()), Protected.numbers(got.text()), numbers);
      violations.addAll(numbers);
    }
    return violations;
  }

  /**
   * The same for an engine's text, in which marks of unknown words are damage, too, and an empty
   * text is.
   */
  public static List<Reason> violationsOfEngine(Kind kind, String source, String target) {
    List<Reason> violations = new ArrayList<>(violations(kind, source, target));
    Parts wanted = Parts.of(kind, source);
    Parts got = Parts.of(kind, target);
    if (got.text().isBlank() && !wanted.text().isBlank()) violations.add(Reason.of(Reason.NO_TEXT));
    if (marks(got.text()) > marks(wanted.text())) violations.add(Reason.of(Reason.ENGINE_MARK));
    if (MARKUP_AS_TEXT.matcher(got.text()).results().count()
        > MARKUP_AS_TEXT.matcher(wanted.text()).results().count())
      violations.add(Reason.of(Reason.MARKUP_ADDED));
    return violations;
  }

  private static long marks(String text) {
    return ENGINE_MARK.matcher(text).results().count();
  }

  private static void compare(List<String> wanted, List<String> got, List<Reason> violations) {
    Map<String, Integer> balance = count(wanted);
    got.forEach(part -> balance.merge(part, -1, Integer::sum));
    balance.forEach(
        (part, times) -> {
          if (times > 0) violations.add(Reason.of(Reason.PART_MISSING, part));
          if (times < 0)
            violations.add(
                Reason.of(wanted.contains(part) ? Reason.PART_TOO_OFTEN : Reason.PART_ADDED, part));
        });
  }

  private static Map<String, Integer> count(List<String> parts) {
    Map<String, Integer> counts = new HashMap<>();
    parts.forEach(part -> counts.merge(part, 1, Integer::sum));
    return counts;
  }

  private record Parts(List<String> tags, List<String> fixed, StringBuilder words) {
    static Parts of(Kind kind, String text) {
      Parts parts = new Parts(new ArrayList<>(), new ArrayList<>(), new StringBuilder());
      if (kind.markup()) Markup.parse(text).childNodes().forEach(parts::read);
      else parts.words.append(text);
      parts.fixed.addAll(Protected.in(parts.text()));
      return parts;
    }

    String text() {
      return words.toString();
    }

    private void read(Node node) {
      if (node instanceof TextNode words) this.words.append(words.getWholeText());
      else if (node instanceof Element element && Markup.isProtected(element)) {
        fixed.add(Markup.write(List.of(element)));
        words.append(' ');
      } else if (node instanceof Element element) {
        tags.add(tag(element));
        element.childNodes().forEach(this::read);
      }
    }

    private static String tag(Element element) {
      StringBuilder tag = new StringBuilder("<").append(element.normalName());
      element.attributes().asList().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              a ->
                  tag.append(' ')
                      .append(a.getKey())
                      .append("=\"")
                      .append(a.getValue())
                      .append('"'));
      return tag.append('>').toString();
    }
  }
}
