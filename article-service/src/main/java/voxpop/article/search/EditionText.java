package voxpop.article.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** The words of an edition as the database has them now. */
record EditionText(
    UUID article,
    String language,
    String title,
    String text,
    Instant publishedAt,
    List<Topic> topics) {

  /** A topic and its name in the edition's language, or else in its own. */
  record Topic(String slug, String name) {}

  Document document() {
    Document document = new Document();
    String key = Fields.key(article, language);
    document.add(new StringField(Fields.KEY, key, Field.Store.YES));
    document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
    document.add(new StringField(Fields.ARTICLE, article.toString(), Field.Store.NO));
    document.add(new StringField(Fields.LANGUAGE, language, Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.PUBLISHED, publishedAt.getEpochSecond()));
    words(document, Fields.TITLE, title);
    words(document, Fields.TEXT, text);
    for (Topic topic : topics) {
      document.add(new StringField(Fields.ABOUT, topic.slug(), Field.Store.NO));
      document.add(new TextField(Fields.TOPIC, topic.name(), Field.Store.NO));
    }
    return document;
  }

  private void words(Document document, String field, String words) {
    document.add(new TextField(field, words, Field.Store.NO));
    document.add(new TextField(Analysers.stems(field, language), words, Field.Store.NO));
  }
}
