package voxpop.translation.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voxpop.translation.engine.Engine;
import voxpop.translation.engine.EngineAway;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.MovedTags;
import voxpop.translation.engine.Order;
import voxpop.translation.engine.OutOfBudget;
import voxpop.translation.engine.Pair;
import voxpop.translation.engine.Payer;
import voxpop.translation.glossary.Terms;
import voxpop.translation.glossary.Warning;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Mask;
import voxpop.translation.segment.Reason;
import voxpop.translation.segment.Segment;

/**
 * Has an engine translate segments: masked first, with what the glossary keeps held back. An answer
 * that breaks the markup contract or the glossary is asked for again with stricter protection:
 * terms with their translation put in, then bit by bit between the placeholders. If that breaks it,
 * too, the segment is left to people, with the reason.
 */
final class Translating {
  private static final Pattern TAG = Pattern.compile("</?[gx]\\d+/?>");

  /**
   * What became of a segment: a text, or the reasons why there is none.
   *
   * @param engine characters that the engine was sent
   * @param glossary characters that the glossary translated
   */
  record Outcome(@Nullable String text, List<Reason> reasons, long engine, long glossary) {}

  private final Engines engines;
  private final Engine engine;
  private final Pair pair;
  private final Terms terms;
  private final Payer payer;
  private final boolean suspect;

  Translating(
      Engines engines, Engine engine, Pair pair, Terms terms, Payer payer, boolean suspect) {
    this.engines = engines;
    this.engine = engine;
    this.pair = pair;
    this.terms = terms;
    this.payer = payer;
    this.suspect = suspect;
  }

  /**
   * Translates segments. One that was refused, and that the engine then gave no second answer for,
   * is missing in the answer.
   *
   * @throws EngineAway if the engine gave no answer
   * @throws OutOfBudget if it may not be asked
   */
  Map<Segment, Outcome> translate(List<Segment> segments) {
    Map<Segment, Mask> masks = new LinkedHashMap<>();
    segments.forEach(segment -> masks.put(segment, mask(segment, false)));
    Map<String, String> answers = ask(questions(masks.values()));
    Map<Segment, Outcome> outcomes = new LinkedHashMap<>();
    for (Segment segment : segments) {
      Mask mask = masks.get(segment);
      if (mask == null) continue;
      String answer = mended(mask, answers);
      long sent = questions(List.of(mask)).stream().mapToLong(Translating::sent).sum();
      Outcome outcome = check(segment, mask, answer, sent);
      if (outcome.text() != null) {
        outcomes.put(segment, outcome);
        continue;
      }
      try {
        outcomes.put(segment, strictly(segment, outcome));
      } catch (EngineAway | OutOfBudget e) {
        // the others' answers are here, and paid for
      }
    }
    return outcomes;
  }

  /** The texts, and by themselves the words of each tag, which tell where it belongs. */
  private List<String> questions(Collection<Mask> masks) {
    List<String> questions = new ArrayList<>();
    for (Mask mask : masks) {
      if (!mask.hasWords()) continue;
      questions.add(mask.text());
      if (!engine.mendsTags()) questions.addAll(MovedTags.insides(mask.text()));
    }
    return questions;
  }

  private String mended(Mask mask, Map<String, String> answers) {
    String answer = answers.getOrDefault(mask.text(), mask.text());
    if (engine.mendsTags() || !mask.hasWords()) return answer;
    List<String> insides =
        MovedTags.insides(mask.text()).stream()
            .map(words -> answers.getOrDefault(words, ""))
            .toList();
    return MovedTags.mended(mask.text(), answer, insides);
  }

  private Mask mask(Segment segment, boolean strictly) {
    return Mask.of(segment.kind(), segment.source(), words -> terms.standIns(words, strictly));
  }

  /** The answers by question; the same text is asked for once. */
  private Map<String, String> ask(List<String> texts) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (List<String> chunk :
        Batches.of(List.copyOf(new LinkedHashSet<>(texts)), engine.limits())) {
      long characters = chunk.stream().mapToLong(Translating::sent).sum();
      List<String> chunkAnswers =
          engines.ask(
              engine, new Order(pair, chunk, terms.translations(), suspect), characters, payer);
      for (int i = 0; i < chunk.size(); i++) answers.put(chunk.get(i), chunkAnswers.get(i));
    }
    return answers;
  }

  private Outcome check(Segment segment, Mask mask, String answer, long sent) {
    String text = mask.restore(segment.kind(), answer);
    if (text == null) return new Outcome(null, List.of(Reason.of(Reason.TAGS_LOST)), sent, 0);
    List<Reason> violations =
        new ArrayList<>(Contract.violationsOfEngine(segment.kind(), segment.source(), text));
    terms.warnings(segment.kind(), segment.source(), text).stream()
        .map(Warning::reason)
        .forEach(violations::add);
    if (violations.isEmpty()) return new Outcome(text, List.of(), sent, mask.stoodIn());
    return new Outcome(null, violations, sent, 0);
  }

  private Outcome strictly(Segment segment, Outcome first) {
    Mask mask = mask(segment, true);
    long sent = first.engine();
    if (mask.stoodIn() > mask(segment, false).stoodIn()) {
      String answer = mask.text();
      if (mask.hasWords()) {
        answer = ask(List.of(mask.text())).getOrDefault(mask.text(), "");
        sent += sent(mask.text());
      }
      Outcome second = check(segment, mask, answer, sent);
      if (second.text() != null) return second;
    }
    List<String> pieces = new ArrayList<>(mask.pieces());
    if (pieces.size() == 1) return new Outcome(null, first.reasons(), sent, 0);
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i += 2) if (hasLetter(pieces.get(i))) words.add(i);
    List<String> bits = words.stream().map(i -> pieces.get(i).strip()).toList();
    Map<String, String> answers = ask(bits);
    for (int i : words) {
      String piece = pieces.get(i);
      pieces.set(i, likeSource(piece, answers.getOrDefault(piece.strip(), "")));
    }
    sent += bits.stream().distinct().mapToLong(Translating::sent).sum();
    Outcome third = check(segment, mask, String.join("", pieces), sent);
    return third.text() != null ? third : new Outcome(null, first.reasons(), sent, 0);
  }

  /** White space around a piece and its small first letter are the sentence's, not the engine's. */
  private static String likeSource(String piece, String answer) {
    String bare = piece.strip();
    String text = answer.strip();
    if (!text.isEmpty() && Character.isLowerCase(bare.codePointAt(0))) {
      int first = text.offsetByCodePoints(0, 1);
      text = text.substring(0, first).toLowerCase(Locale.ROOT) + text.substring(first);
    }
    int start = piece.indexOf(bare);
    return piece.substring(0, start) + text + piece.substring(start + bare.length());
  }

  /** What counts for receipts and budgets: the words, without our placeholders. */
  private static long sent(String text) {
    return TAG.matcher(text).replaceAll("").strip().length();
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
