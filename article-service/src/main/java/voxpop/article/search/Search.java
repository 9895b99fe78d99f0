package voxpop.article.search;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the index. What it finds may have been withdrawn a moment ago: ask the database
 * before showing it.
 */
@Singleton
public class Search {
  /** Best first; of equals the newest first. */
  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.PUBLISHED, SortField.Type.LONG, true),
          new SortField(Fields.KEY, SortField.Type.STRING));

  private static final Duration READERS_PATIENCE = Duration.ofSeconds(1);
  private static final Duration WORKERS_PATIENCE = Duration.ofSeconds(10);

  /**
   * Telling words of a text by which others like it are sought, and how many of them these must
   * have.
   */
  private static final int TELLING_WORDS = 25;

  private static final double SHARED = 0.2;

  /** A common topic says more than a word or two. */
  private static final float TOPIC_WEIGHT = 4;

  private final EditionIndex index;
  private final EditionTexts texts;

  Search(EditionIndex index, EditionTexts texts) {
    this.index = index;
    this.texts = texts;
  }

  /** One edition that was found. */
  @Introspected
  public record Hit(UUID article, String language) {}

  /**
   * A piece of what was found.
   *
   * @param next for {@code after} of the next question; null when there is no more
   */
  public record Found(List<Hit> hits, @Nullable String next) {}

  /**
   * The editions that best answer a question, which may be anything that somebody typed.
   *
   * @param language only editions in it; null for all, then without the grammar of any
   * @throws voxpop.kit.problem.Problem 400 for an {@code after} that is none, 503 while the index
   *     is being made
   */
  public Found find(@Nullable String language, String q, int limit, @Nullable String after) {
    Query query = new Question(index.analyser(), language).of(q);
    FieldDoc behind = after == null || after.isEmpty() ? null : Place.of(after);
    return index.ask(
        READERS_PATIENCE,
        searcher -> {
          if (behind != null) {
            // all three values being equal, it is that very edition: behind every document then
            behind.doc = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
          }
          ScoreDoc[] found = searcher.searchAfter(behind, query, limit + 1, ORDER).scoreDocs;
          ScoreDoc[] shown = found.length > limit ? Arrays.copyOf(found, limit) : found;
          return new Found(
              hits(searcher, shown),
              found.length > limit ? Place.text((FieldDoc) shown[limit - 1]) : null);
        });
  }

  /**
   * The editions of the same language that have most in common with one: telling words and topics.
   * In the moment of a change, {@link #renew} the article first.
   */
  public List<UUID> alike(UUID article, String language, int limit) {
    return texts.of(List.of(article)).stream()
        .filter(edition -> edition.language().equals(language))
        .findFirst()
        .map(edition -> alike(edition, limit))
        .orElse(List.of());
  }

  /** Takes over what the database says of an article now, without waiting for the feed. */
  public void renew(UUID article) {
    index.ask(
        WORKERS_PATIENCE,
        searcher -> {
          index.renew(List.of(article));
          return article;
        });
  }

  private List<UUID> alike(EditionText edition, int limit) {
    return index.ask(
        WORKERS_PATIENCE,
        searcher -> {
          ScoreDoc[] found = searcher.search(likeness(searcher, edition), limit).scoreDocs;
          return hits(searcher, found).stream().map(Hit::article).toList();
        });
  }

  private Query likeness(IndexSearcher searcher, EditionText edition) throws IOException {
    MoreLikeThis words = new MoreLikeThis(searcher.getIndexReader());
    words.setAnalyzer(index.analyser());
    words.setMinTermFreq(1);
    words.setMinDocFreq(2);
    words.setMinWordLen(3);
    words.setMaxQueryTerms(TELLING_WORDS);
    words.setBoost(true);
    String title = Analysers.stems(Fields.TITLE, edition.language());
    String text = Analysers.stems(Fields.TEXT, edition.language());
    BooleanQuery.Builder alike = new BooleanQuery.Builder();
    alike.add(
        new BoostQuery(words.like(title, new StringReader(edition.title())), 2), Occur.SHOULD);
    alike.add(
        enough(
            (BooleanQuery)
                words.like(
                    text, new StringReader(edition.title()), new StringReader(edition.text()))),
        Occur.SHOULD);
    for (EditionText.Topic topic : edition.topics()) {
      Query about = new ConstantScoreQuery(new TermQuery(new Term(Fields.ABOUT, topic.slug())));
      alike.add(new BoostQuery(about, TOPIC_WEIGHT), Occur.SHOULD);
    }
    return new BooleanQuery.Builder()
        .add(alike.build(), Occur.MUST)
        .add(new TermQuery(new Term(Fields.LANGUAGE, edition.language())), Occur.FILTER)
        .add(new TermQuery(new Term(Fields.ARTICLE, edition.article().toString())), Occur.MUST_NOT)
        .build();
  }

  private static Query enough(BooleanQuery words) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    words.clauses().forEach(some::add);
    some.setMinimumNumberShouldMatch((int) Math.ceil(words.clauses().size() * SHARED));
    return some.build();
  }

  private static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
    List<Hit> hits = new ArrayList<>();
    var stored = searcher.storedFields();
    for (ScoreDoc one : found) {
      String key = stored.document(one.doc).get(Fields.KEY);
      int bar = key.indexOf('|');
      hits.add(new Hit(UUID.fromString(key.substring(0, bar)), key.substring(bar + 1)));
    }
    return hits;
  }
}
