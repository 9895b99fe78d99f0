package voxpop.translation.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.translation.engine.Engine;
import voxpop.translation.engine.EngineAway;
import voxpop.translation.engine.Pair;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Mask;
import voxpop.translation.segment.Segment;

/**
 * Has an engine translate segments: masked first; an answer that breaks the markup contract is
 * asked for again with stricter protection, bit by bit between the placeholders; if that breaks it,
 * too, the segment is left to people, with the reason.
 */
final class Translating {
  /** What became of a segment: a text, or the reason why there is none. */
  record Outcome(@Nullable String text, @Nullable String reason, long characters) {}

  private final Engine engine;
  private final Pair pair;

  Translating(Engine engine, Pair pair) {
    this.engine = engine;
    this.pair = pair;
  }

  /**
   * Translates segments.
   *
   * @throws EngineAway if the engine gave no answer
   */
  Map<Segment, Outcome> translate(List<Segment> segments) {
    List<Mask> masks = segments.stream().map(s -> Mask.of(s.kind(), s.source())).toList();
    List<String> answers = ask(masks.stream().map(Mask::text).toList());
    Map<Segment, Outcome> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Outcome outcome = check(segment, masks.get(i), answers.get(i), segment.source().length());
      outcomes.put(
          segment, outcome.text() == null ? strictly(segment, masks.get(i), outcome) : outcome);
    }
    return outcomes;
  }

  private List<String> ask(List<String> texts) {
    List<String> answers = engine.translate(pair, texts);
    if (answers.size() != texts.size()) {
      throw new EngineAway(
          engine.title() + " gave " + answers.size() + " answers to " + texts.size() + " texts.");
    }
    return answers;
  }

  private static Outcome check(Segment segment, Mask mask, String answer, long characters) {
    String text = mask.restore(segment.kind(), answer);
    if (text == null) return new Outcome(null, "The engine damaged the markup.", characters);
    List<String> violations = Contract.violationsOfEngine(segment.kind(), segment.source(), text);
    if (violations.isEmpty()) return new Outcome(text, null, characters);
    return new Outcome(null, String.join(" ", violations), characters);
  }

  private Outcome strictly(Segment segment, Mask mask, Outcome first) {
    List<String> pieces = new ArrayList<>(mask.pieces());
    if (pieces.size() == 1) return first;
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i += 2) if (hasLetter(pieces.get(i))) words.add(i);
    List<String> answers = ask(words.stream().map(i -> pieces.get(i).strip()).toList());
    for (int i = 0; i < words.size(); i++) {
      String piece = pieces.get(words.get(i));
      pieces.set(words.get(i), likeSource(piece, answers.get(i)));
    }
    return check(segment, mask, String.join("", pieces), first.characters() * 2);
  }

  /** White space around a piece and its small first letter are the sentence's, not the engine's. */
  private static String likeSource(String piece, String answer) {
    String bare = piece.strip();
    String text = answer.strip();
    if (!text.isEmpty() && Character.isLowerCase(bare.codePointAt(0))) {
      int first = text.offsetByCodePoints(0, 1);
      text = text.substring(0, first).toLowerCase(java.util.Locale.ROOT) + text.substring(first);
    }
    int start = piece.indexOf(bare);
    return piece.substring(0, start) + text + piece.substring(start + bare.length());
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
