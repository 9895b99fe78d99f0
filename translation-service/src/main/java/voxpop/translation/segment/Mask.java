package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A segment as engines get it: {@code <g1>…</g1>} for a tag around words, {@code <x2/>} for what
 * they must not touch, all else escaped as in XML.
 */
public final class Mask {
  private static final Pattern HOLDER = Pattern.compile("<(/?)([gx])(\\d+)\\s*/?>");

  private final List<String> opening = new ArrayList<>();
  private final List<String> closing = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private final Function<String, List<StandIn>> terms;
  private int sent;
  private int stoodIn;

  /** A stretch of words that an engine doesn't get, and what is put back in its place. */
  public record StandIn(int start, int end, String text) {}

  private Mask(Function<String, List<StandIn>> terms) {
    this.terms = terms;
  }

  public static Mask of(Kind kind, String text) {
    return of(kind, text, words -> List.of());
  }

  /**
   * A segment of whose words an engine doesn't get all.
   *
   * @param terms which of some words are held back, in order, none overlapping another
   */
  public static Mask of(Kind kind, String text, Function<String, List<StandIn>> terms) {
    Mask mask = new Mask(terms);
    if (kind.markup()) Markup.parse(text).childNodes().forEach(mask::read);
    else mask.words(text, false);
    return mask;
  }

  /** What the engine gets. */
  public String text() {
    return out.toString();
  }

  /** Whether there is anything to translate. */
  public boolean hasWords() {
    return pieces().stream()
        .anyMatch(
            piece ->
                !HOLDER.matcher(piece).matches()
                    && piece.codePoints().anyMatch(Character::isLetter));
  }

  /** Characters of words that an engine gets. */
  public int sent() {
    return sent;
  }

  /** Characters of terms that stand-ins take the place of. */
  public int stoodIn() {
    return stoodIn;
  }

  /**
   * The pieces of {@link #text} between all placeholders, and these, in order: what stricter
   * protection translates bit by bit.
   */
  public List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = HOLDER.matcher(out);
    int at = 0;
    while (matcher.find()) {
      pieces.add(out.substring(at, matcher.start()));
      pieces.add(matcher.group());
      at = matcher.end();
    }
    pieces.add(out.substring(at));
    return pieces;
  }

  /**
   * The engine's answer with everything put back.
   *
   * @return null if a placeholder is missing, doubled, strange or not properly nested
   */
  public @Nullable String restore(Kind kind, String answer) {
    StringBuilder text = new StringBuilder();
    List<Integer> open = new ArrayList<>();
    boolean[] seen = new boolean[opening.size()];
    Matcher matcher = HOLDER.matcher(answer);
    int at = 0;
    while (matcher.find()) {
      text.append(
          kind.markup()
              ? literal(answer.substring(at, matcher.start()))
              : plain(answer.substring(at, matcher.start())));
      at = matcher.end();
      int number = Integer.parseInt(matcher.group(3)) - 1;
      if (number < 0 || number >= seen.length) return null;
      if (!matcher.group(1).isEmpty()) {
        if (open.isEmpty() || open.removeLast() != number) return null;
        text.append(closing.get(number));
      } else {
        if (seen[number]) return null;
        seen[number] = true;
        if (matcher.group(2).equals("g")) open.add(number);
        text.append(opening.get(number));
      }
    }
    for (boolean found : seen) if (!found) return null;
    if (!open.isEmpty()) return null;
    String rest = answer.substring(at);
    text.append(kind.markup() ? literal(rest) : plain(rest));
    return kind.markup() ? Markup.tidy(text.toString()) : Markup.collapse(text.toString()).strip();
  }

  private void read(Node node) {
    if (node instanceof TextNode text) {
      words(text.getWholeText(), true);
    } else if (node instanceof Element element
        && (Markup.isProtected(element) || Markup.isVoid(element))) {
      standing(Markup.write(List.of(element)));
    } else if (node instanceof Element element) {
      int number = hold(Markup.openTag(element), Markup.closeTag(element));
      out.append("<g").append(number).append('>');
      element.childNodes().forEach(this::read);
      out.append("</g").append(number).append('>');
    }
  }

  private void words(String text, boolean markup) {
    Protected.replace(
        text,
        address -> {
          standing(markup ? Markup.escape(address) : address);
          return "";
        },
        words -> {
          withoutTerms(words, markup);
          return "";
        });
  }

  private void withoutTerms(String words, boolean markup) {
    int at = 0;
    for (StandIn term : terms.apply(words)) {
      send(words.substring(at, term.start()));
      standing(markup ? Markup.escape(term.text()) : term.text());
      stoodIn += term.end() - term.start();
      at = term.end();
    }
    send(words.substring(at));
  }

  private void send(String words) {
    sent += words.length();
    out.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  private void standing(String html) {
    out.append("<x").append(hold(html, "")).append("/>");
  }

  private int hold(String open, String close) {
    opening.add(open);
    closing.add(close);
    return opening.size();
  }

  /** Whatever else looks like a tag in an answer is text: an engine adds no markup. */
  private static String literal(String text) {
    return text.replace("<", "&lt;");
  }

  private static String plain(String text) {
    return org.jsoup.parser.Parser.unescapeEntities(text, false);
  }
}
