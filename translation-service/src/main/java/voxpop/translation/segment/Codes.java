package voxpop.translation.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A segment as words and numbered inline codes, as formats of exchange want it. A code has the same
 * number in the source and in its translation; what it stands for is known here only, whatever a
 * file says.
 */
public final class Codes {
  /** What a number stands for; {@code close} is empty for what has no words in it. */
  public record Code(int number, String open, String close) {
    public boolean spans() {
      return !close.isEmpty();
    }
  }

  /** A bit of a segment. */
  public sealed interface Part {}

  public record Words(String text) implements Part {}

  public record Open(int number) implements Part {}

  public record Close(int number) implements Part {}

  /** A code without words in it. */
  public record Standing(int number) implements Part {}

  private final Kind kind;
  private final List<Code> codes = new ArrayList<>();
  private final List<Part> source;
  private final int ofSource;

  private Codes(Kind kind, String source) {
    this.kind = kind;
    this.source = read(source, new ArrayList<>());
    this.ofSource = codes.size();
  }

  public static Codes of(Kind kind, String source) {
    return new Codes(kind, source);
  }

  /** The codes, by number from 1 on; those that only a translation has come last. */
  public List<Code> all() {
    return codes;
  }

  public List<Part> source() {
    return source;
  }

  /** A translation, with the numbers of the source's codes. */
  public List<Part> target(String text) {
    return read(text, new ArrayList<>(codes.subList(0, ofSource)));
  }

  /**
   * The markup of a translation.
   *
   * @return null if a number is unknown, or the codes are not properly nested
   */
  public @Nullable String markup(List<Part> parts) {
    StringBuilder out = new StringBuilder();
    Deque<Integer> open = new ArrayDeque<>();
    for (Part part : parts) {
      switch (part) {
        case Words words -> out.append(kind.markup() ? literal(words.text()) : words.text());
        case Open code -> {
          if (!known(code.number())) return null;
          open.push(code.number());
          out.append(codes.get(code.number() - 1).open());
        }
        case Close code -> {
          if (open.isEmpty() || open.pop() != code.number()) return null;
          out.append(codes.get(code.number() - 1).close());
        }
        case Standing code -> {
          if (!known(code.number())) return null;
          out.append(codes.get(code.number() - 1).open());
        }
      }
    }
    return open.isEmpty() ? out.toString() : null;
  }

  private boolean known(int number) {
    return number >= 1 && number <= codes.size();
  }

  /** Whatever looks like a tag in words is words. */
  private static String literal(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private List<Part> read(String text, List<Code> free) {
    List<Part> parts = new ArrayList<>();
    if (kind.markup()) Markup.parse(text).childNodes().forEach(node -> read(node, parts, free));
    else if (!text.isEmpty()) parts.add(new Words(text));
    return parts;
  }

  private void read(Node node, List<Part> parts, List<Code> free) {
    if (node instanceof TextNode words) {
      parts.add(new Words(words.getWholeText()));
    } else if (node instanceof Element element
        && (Markup.isProtected(element) || Markup.isVoid(element))) {
      parts.add(new Standing(number(Markup.write(List.of(element)), "", free)));
    } else if (node instanceof Element element) {
      int number = number(Markup.openTag(element), Markup.closeTag(element), free);
      parts.add(new Open(number));
      element.childNodes().forEach(child -> read(child, parts, free));
      parts.add(new Close(number));
    }
  }

  private int number(String open, String close, List<Code> free) {
    for (Code code : free) {
      if (code.open().equals(open) && code.close().equals(close)) {
        free.remove(code);
        return code.number();
      }
    }
    Code code = new Code(codes.size() + 1, open, close);
    codes.add(code);
    return code.number();
  }
}
