package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A run of inline content, cut into sentences. An element that begins and ends with a sentence
 * stays in the skeleton; one that begins in the middle of a sentence and ends in a later one holds
 * these sentences together as one segment.
 */
final class Run {
  private final Cutter cutter;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder flat = new StringBuilder();

  Run(Cutter cutter, List<Node> nodes) {
    this.cutter = cutter;
    nodes.forEach(this::flatten);
  }

  void cut() {
    if (!hasLetter()) {
      keep();
      return;
    }
    List<Integer> breaks = new ArrayList<>(SentenceBreaks.of(flat.toString(), cutter.language()));
    holdTogether(breaks);
    List<List<Token>> sentences = distribute(breaks);
    boolean spaced = false;
    for (List<Token> sentence : sentences) spaced = emit(sentence, spaced);
  }

  private void flatten(Node node) {
    if (node instanceof TextNode text) {
      String collapsed = Markup.collapse(text.getWholeText());
      boolean twice =
          collapsed.startsWith(" ") && (flat.isEmpty() || flat.charAt(flat.length() - 1) == ' ');
      add(Token.Type.TEXT, twice ? collapsed.substring(1) : collapsed, null);
    } else if (node instanceof Element element) {
      if (Markup.isVoid(element)) add(Token.Type.UNIT, Token.standIn(element), element);
      else if (Markup.isProtected(element)) add(Token.Type.UNIT, Token.WORD, element);
      else {
        add(Token.Type.OPEN, "", element);
        element.childNodes().forEach(this::flatten);
        add(Token.Type.CLOSE, "", element);
      }
    }
  }

  private void add(Token.Type type, String text, @Nullable Element element) {
    if (type == Token.Type.TEXT && text.isEmpty()) return;
    tokens.add(new Token(type, text, element, flat.length()));
    flat.append(text);
  }

  private boolean hasLetter() {
    return tokens.stream()
        .filter(token -> token.type() == Token.Type.TEXT)
        .anyMatch(
            token -> Protected.without(token.text()).codePoints().anyMatch(Character::isLetter));
  }

  private void keep() {
    for (Token token : tokens) outside(token);
  }

  /**
   * Removes the breaks inside elements that don't begin and end with a sentence, until there is
   * none.
   */
  private void holdTogether(List<Integer> breaks) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).type() != Token.Type.OPEN) continue;
      int from = nextContent(i);
      int to = lastContentBefore(closing(i));
      if (to <= from) continue;
      boolean clean = startsSentence(from, breaks) && endsSentence(to, breaks);
      if (!clean && breaks.removeIf(at -> at > from && at < to)) i = -1;
    }
  }

  private int nextContent(int token) {
    for (int i = token; i < tokens.size(); i++) {
      if (tokens.get(i).content()) {
        String text = tokens.get(i).text();
        return tokens.get(i).at() + text.length() - text.stripLeading().length();
      }
    }
    return flat.length();
  }

  private int lastContentBefore(int token) {
    for (int i = token; i >= 0; i--) {
      if (tokens.get(i).content())
        return tokens.get(i).at() + tokens.get(i).text().stripTrailing().length();
    }
    return 0;
  }

  private int closing(int open) {
    for (int i = open + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.CLOSE && token.element() == tokens.get(open).element())
        return i;
    }
    throw new IllegalStateException("an element that never ends");
  }

  private boolean startsSentence(int at, List<Integer> breaks) {
    return breaks.stream().anyMatch(b -> b <= at && flat.substring(b, at).isBlank());
  }

  private boolean endsSentence(int at, List<Integer> breaks) {
    return breaks.stream().anyMatch(b -> b >= at && flat.substring(at, b).isBlank());
  }

  /**
   * Gives each sentence its tokens; a closing tag goes with what is before it, an opening one with
   * what follows.
   */
  private List<List<Token>> distribute(List<Integer> breaks) {
    List<List<Token>> sentences = new ArrayList<>();
    for (int i = 1; i < breaks.size(); i++) sentences.add(new ArrayList<>());
    int last = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.TEXT) {
        last = split(token, breaks, sentences);
      } else if (token.type() == Token.Type.CLOSE) {
        sentences.get(last).add(token);
      } else {
        last =
            Math.max(
                last,
                sentenceAt(token.type() == Token.Type.OPEN ? nextContent(i) : token.at(), breaks));
        sentences.get(last).add(token);
      }
    }
    return sentences;
  }

  private static int split(Token token, List<Integer> breaks, List<List<Token>> sentences) {
    int end = token.at() + token.text().length();
    int last = 0;
    for (int i = 1; i < breaks.size(); i++) {
      int from = Math.max(token.at(), breaks.get(i - 1));
      int to = Math.min(end, breaks.get(i));
      if (from >= to) continue;
      String part = token.text().substring(from - token.at(), to - token.at());
      sentences.get(i - 1).add(new Token(Token.Type.TEXT, part, null, from));
      last = i - 1;
    }
    return last;
  }

  private static int sentenceAt(int offset, List<Integer> breaks) {
    for (int i = 1; i < breaks.size(); i++) if (offset < breaks.get(i)) return i - 1;
    return Math.max(0, breaks.size() - 2);
  }

  /**
   * Writes one sentence into the skeleton; answers whether the next one is parted from it by white
   * space.
   */
  private boolean emit(List<Token> tokens, boolean spacedBefore) {
    int first = edge(tokens, 0, 1);
    int last = edge(tokens, tokens.size() - 1, -1);
    boolean spaced = spacedBefore;
    for (Token token : tokens.subList(0, Math.min(first, tokens.size()))) spaced |= outside(token);
    if (first > last) return spaced;
    List<Token> inside = tokens.subList(first, last + 1);
    spaced |= inside.getFirst().text().startsWith(" ");
    List<Integer> pictures = new ArrayList<>();
    int place = cutter.add(Kind.TEXT, write(inside).strip());
    for (Token token : inside) if (token.picture()) pictures.add(alt(token.tagged()));
    cutter.piece(Piece.text(place, spaced, pictures));
    boolean after = inside.getLast().text().endsWith(" ");
    for (Token token : tokens.subList(last + 1, tokens.size())) after |= outside(token);
    return after;
  }

  /**
   * First or last token that belongs to the sentence: content, or a tag that holds part of it only.
   */
  private static int edge(List<Token> tokens, int from, int step) {
    for (int i = from; i >= 0 && i < tokens.size(); i += step) {
      Token token = tokens.get(i);
      if (token.content() || (token.tag() && holdsPart(tokens, token))) return i;
    }
    return step > 0 ? tokens.size() : -1;
  }

  private static boolean holdsPart(List<Token> tokens, Token tag) {
    boolean inside = tag.type() == Token.Type.CLOSE && !contains(tokens, Token.Type.OPEN, tag);
    boolean within = false;
    boolean without = false;
    for (Token token : tokens) {
      if (token.element() == tag.element() && token.tag()) inside = token.type() == Token.Type.OPEN;
      else if (token.content() && inside) within = true;
      else if (token.content()) without = true;
    }
    return within && without;
  }

  private static boolean contains(List<Token> tokens, Token.Type type, Token tag) {
    return tokens.stream()
        .anyMatch(token -> token.type() == type && token.element() == tag.element());
  }

  private boolean outside(Token token) {
    switch (token.type()) {
      case OPEN -> cutter.piece(Piece.open(Markup.openTag(token.tagged())));
      case CLOSE -> cutter.piece(Piece.close(Markup.closeTag(token.tagged())));
      case UNIT -> unit(token);
      case TEXT -> {
        if (!token.text().isBlank())
          cutter.piece(Piece.keep(token.text().replace("&", "&amp;").replace("<", "&lt;")));
      }
    }
    return token.type() == Token.Type.TEXT && token.text().isBlank();
  }

  private void unit(Token token) {
    if (token.picture()) {
      int place = alt(token.tagged());
      cutter.piece(Piece.picture(tagWithoutAlt(token.tagged()), place));
    } else {
      cutter.piece(Piece.keep(token.tagged().outerHtml()));
    }
  }

  private int alt(Element picture) {
    String alt = picture.attr("alt").strip();
    return alt.codePoints().anyMatch(Character::isLetter)
        ? cutter.add(Kind.ALT, alt)
        : Piece.NOWHERE;
  }

  private static String write(List<Token> tokens) {
    StringBuilder out = new StringBuilder();
    for (Token token : tokens) {
      switch (token.type()) {
        case TEXT -> out.append(Markup.escape(token.text()));
        case OPEN -> out.append(Markup.openTag(token.tagged()));
        case CLOSE -> out.append(Markup.closeTag(token.tagged()));
        case UNIT ->
            out.append(
                token.picture()
                    ? tagWithoutAlt(token.tagged())
                    : Markup.write(List.of(token.tagged())));
      }
    }
    return out.toString();
  }

  /** A picture's tag; its alt text, where it says something, is a segment of its own. */
  private static String tagWithoutAlt(Element picture) {
    Element copy = picture.clone();
    if (copy.attr("alt").codePoints().anyMatch(Character::isLetter)) copy.removeAttr("alt");
    return Markup.openTag(copy);
  }
}
