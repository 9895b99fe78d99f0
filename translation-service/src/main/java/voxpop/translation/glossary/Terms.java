package voxpop.translation.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Mask;
import voxpop.translation.segment.Prose;

/** The terms of a language in another one. Where terms overlap in a text, the longest counts. */
public final class Terms {
  private record Entry(Phrase phrase, List<Term> rules) {}

  private record Found(Phrase.Span span, Entry entry) {}

  private final String from;
  private final String to;
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
  private final List<Entry> literal = new ArrayList<>();

  Terms(String from, String to, List<Term> terms) {
    this.from = from;
    this.to = to;
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Term term : terms) {
      Phrase phrase = Phrase.of(from, term.term(), term.caseSensitive());
      String key = term.caseSensitive() ? "=" + term.term() : folded(phrase);
      entries.computeIfAbsent(key, k -> new Entry(phrase, new ArrayList<>())).rules().add(term);
    }
    for (Entry entry : entries.values()) {
      if (entry.phrase().literal()) literal.add(entry);
      else
        byFirstWord
            .computeIfAbsent(entry.phrase().words().all().getFirst().stem(), k -> new ArrayList<>())
            .add(entry);
    }
  }

  /** What a translation doesn't keep to; empty if it keeps to all of it. */
  public List<Warning> warnings(Kind kind, String source, String target) {
    if (none()) return List.of();
    List<Found> found = found(Words.of(from, Prose.of(kind, source)));
    if (found.isEmpty()) return List.of();
    Words translation = Words.of(to, Prose.of(kind, target));
    List<Warning> warnings = new ArrayList<>();
    found.stream()
        .map(Found::entry)
        .distinct()
        .forEach(
            entry -> {
              long times = found.stream().filter(f -> f.entry() == entry).count();
              entry.rules().stream()
                  .filter(term -> broken(term, translation, times))
                  .map(Warning::of)
                  .forEach(warnings::add);
            });
    return warnings;
  }

  /** The terms that stand in a source. */
  public List<Term> in(Kind kind, String source) {
    if (none()) return List.of();
    return found(Words.of(from, Prose.of(kind, source))).stream()
        .flatMap(found -> found.entry().rules().stream())
        .distinct()
        .toList();
  }

  /**
   * What of some words an engine doesn't get to see, with what comes back in its place: what is to
   * be kept; if {@code strictly}, also what is to be translated.
   */
  public List<Mask.StandIn> standIns(String words, boolean strictly) {
    List<Mask.StandIn> standIns = new ArrayList<>();
    if (none()) return standIns;
    Words text = Words.of(from, words);
    if (text.text().length() != words.length()) return standIns;
    for (Found found : found(text)) {
      Phrase.Span span = found.span();
      String there = words.substring(span.start(), span.end());
      String instead =
          found.entry().rules().stream()
              .map(term -> instead(term, there, strictly))
              .filter(text1 -> text1 != null)
              .findFirst()
              .orElse(null);
      if (instead != null) standIns.add(new Mask.StandIn(span.start(), span.end(), instead));
    }
    return standIns;
  }

  /** For engines with a glossary of their own: what is to be translated how. */
  public Map<String, String> translations() {
    Map<String, String> translations = new LinkedHashMap<>();
    Stream.concat(literal.stream(), byFirstWord.values().stream().flatMap(List::stream))
        .flatMap(entry -> entry.rules().stream())
        .sorted(Comparator.comparing(Term::id))
        .forEach(
            term -> {
              if (term.rule() == Rule.TRANSLATE && term.translation() != null) {
                translations.putIfAbsent(term.term(), term.translation());
              }
            });
    return translations;
  }

  private boolean none() {
    return byFirstWord.isEmpty() && literal.isEmpty();
  }

  private boolean broken(Term term, Words translation, long times) {
    String wording = term.translation() == null ? term.term() : term.translation();
    boolean exactly = term.caseSensitive() || term.rule() == Rule.KEEP;
    int there =
        Phrase.of(to, wording, exactly && term.rule() != Rule.FORBIDDEN).in(translation).size();
    return switch (term.rule()) {
      case TRANSLATE -> there == 0;
      case KEEP -> there < times && kept(term, translation) < times;
      case FORBIDDEN -> there > 0;
    };
  }

  /** A kept term may stand at the start of a sentence, with a capital letter. */
  private int kept(Term term, Words translation) {
    return term.caseSensitive() ? 0 : Phrase.of(to, term.term(), false).in(translation).size();
  }

  private static @Nullable String instead(Term term, String there, boolean strictly) {
    if (term.rule() == Rule.KEEP) return there;
    String translation = term.translation();
    if (term.rule() != Rule.TRANSLATE || !strictly || translation == null) return null;
    boolean capital =
        Character.isUpperCase(there.codePointAt(0))
            && Character.isLowerCase(term.term().codePointAt(0));
    if (!capital) return translation;
    int first = translation.offsetByCodePoints(0, 1);
    return translation.substring(0, first).toUpperCase(Locale.ROOT) + translation.substring(first);
  }

  private List<Found> found(Words text) {
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < text.all().size(); i++) {
      for (Entry entry : byFirstWord.getOrDefault(text.all().get(i).stem(), List.of())) {
        if (entry.phrase().at(text, i)) all.add(new Found(entry.phrase().span(text, i), entry));
      }
    }
    for (Entry entry : literal) {
      entry.phrase().in(text).forEach(span -> all.add(new Found(span, entry)));
    }
    all.sort(
        Comparator.comparingInt((Found f) -> f.span().start())
            .thenComparing(f -> -f.span().end())
            .thenComparing(f -> !f.entry().phrase().caseSensitive()));
    List<Found> apart = new ArrayList<>();
    for (Found found : all) {
      if (apart.isEmpty() || apart.getLast().span().end() <= found.span().start()) apart.add(found);
    }
    return apart;
  }

  private static String folded(Phrase phrase) {
    return phrase.literal()
        ? phrase.words().text().toLowerCase(Locale.ROOT)
        : String.join(" ", phrase.words().all().stream().map(Words.Word::stem).toList());
  }
}
