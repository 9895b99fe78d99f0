package voxpop.article.search;

/**
 * What the index knows of an edition. Title and text are there twice: as words, and as stems of
 * their language.
 */
final class Fields {
  /** Article and language: an edition's only one. */
  static final String KEY = "key";

  static final String ARTICLE = "article";
  static final String LANGUAGE = "language";
  static final String TITLE = "title";
  static final String TEXT = "text";

  /** Names of topics, as words. */
  static final String TOPIC = "topic";

  /** Topics by their address. */
  static final String ABOUT = "about";

  /** Seconds since 1970. */
  static final String PUBLISHED = "published";

  private Fields() {}

  static String key(java.util.UUID article, String language) {
    return article + "|" + language;
  }
}
