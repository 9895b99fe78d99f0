-- The lists of a topic, newest first, by one index; and what an article is about, by the other.
CREATE TABLE edition_topic (
  topic_id     BINARY(16)  NOT NULL,
  language     VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  published_at DATETIME(6) NOT NULL,
  article_id   BINARY(16)  NOT NULL,
  PRIMARY KEY (topic_id, language, published_at, article_id),
  KEY edition_topic_everywhere (topic_id, published_at, article_id, language),
  KEY edition_topic_article (article_id, language)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE article_topic (
  article_id BINARY(16) NOT NULL,
  position   INT        NOT NULL,
  topic_id   BINARY(16) NOT NULL,
  PRIMARY KEY (article_id, position)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
