package voxpop.article.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks, in words. There are no operators: signs are what lies between words, and
 * nothing that is typed can be wrong. Every word must be found, as it is, by its stem, nearly so,
 * or (the last one) as a beginning; words that a language counts as mere connections are welcome
 * but not needed.
 */
final class Question {
  private static final int MOST_WORDS = 12;
  private static final int LONGEST_WORD = 40;
  private static final int SHORTEST_BEGINNING = 2;

  /** From this length on one letter may be wrong, from the other on two. */
  private static final int FORGIVEN_ONE = 4;

  private static final int FORGIVEN_TWO = 9;

  /** Words in the index that a mistyped one may stand for. */
  private static final int MOST_MEANT = 20;

  private static final Analyzer AS_TYPED = new PlainAnalyser(true);

  private final Analyzer analyser;
  private final @Nullable String language;

  Question(Analyzer analyser, @Nullable String language) {
    this.analyser = analyser;
    this.language = language;
  }

  Query of(String asked) {
    List<String> words =
        PlainAnalyser.pieces(AS_TYPED, Fields.TEXT, asked, MOST_WORDS).stream()
            .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
            .toList();
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    boolean onlyConnections = words.stream().allMatch(this::isConnection);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      boolean needed = onlyConnections || last || !isConnection(words.get(i));
      all.add(word(words.get(i), last), needed ? Occur.MUST : Occur.SHOULD);
    }
    if (words.size() > 1) {
      List<String> plain = words.stream().map(this::plain).toList();
      all.add(together(Fields.TITLE, plain, 4), Occur.SHOULD);
      all.add(together(Fields.TEXT, plain, 2), Occur.SHOULD);
    }
    if (language != null) {
      all.add(new TermQuery(new Term(Fields.LANGUAGE, language)), Occur.FILTER);
    }
    return all.build();
  }

  private Query word(String typed, boolean last) {
    String word = plain(typed);
    List<Query> ways = new ArrayList<>();
    ways.add(exact(Fields.TITLE, word, 5));
    ways.add(exact(Fields.TOPIC, word, 3));
    ways.add(exact(Fields.TEXT, word, 1.5f));
    for (String stem : stems(typed)) {
      ways.addAll(stemmed(stem));
    }
    if (word.length() >= FORGIVEN_ONE) {
      ways.add(nearly(Fields.TITLE, word, 1));
      ways.add(nearly(Fields.TEXT, word, 0.3f));
    }
    if (last && word.length() >= SHORTEST_BEGINNING) {
      ways.add(boosted(new PrefixQuery(new Term(Fields.TITLE, word)), 2));
      ways.add(boosted(new PrefixQuery(new Term(Fields.TEXT, word)), 0.5f));
    }
    return new DisjunctionMaxQuery(ways, 0.1f);
  }

  /** A stem forgives an ending; that and a wrong letter may come together. */
  private List<Query> stemmed(String stem) {
    String title = Analysers.stems(Fields.TITLE, language());
    String text = Analysers.stems(Fields.TEXT, language());
    List<Query> ways = new ArrayList<>(List.of(exact(title, stem, 4), exact(text, stem, 1)));
    if (stem.length() >= FORGIVEN_ONE) {
      ways.add(nearly(title, stem, 0.8f));
      ways.add(nearly(text, stem, 0.2f));
    }
    return ways;
  }

  private static Query exact(String field, String word, float weight) {
    return boosted(new TermQuery(new Term(field, word)), weight);
  }

  private static Query nearly(String field, String word, float weight) {
    int wrong = word.length() >= FORGIVEN_TWO ? 2 : 1;
    return boosted(new FuzzyQuery(new Term(field, word), wrong, 1, MOST_MEANT, true), weight);
  }

  private static Query together(String field, List<String> words, float weight) {
    return boosted(new PhraseQuery(2, field, words.toArray(String[]::new)), weight);
  }

  private static Query boosted(Query query, float weight) {
    return new BoostQuery(query, weight);
  }

  private List<String> stems(String word) {
    return language == null
        ? List.of()
        : PlainAnalyser.pieces(analyser, Analysers.stems(Fields.TEXT, language), word, 4);
  }

  private boolean isConnection(String word) {
    return language != null && stems(word).isEmpty();
  }

  private String plain(String word) {
    return PlainAnalyser.pieces(analyser, Fields.TEXT, word, 1).getFirst();
  }

  private String language() {
    return Objects.requireNonNull(language, "without a language there are no stems");
  }
}
