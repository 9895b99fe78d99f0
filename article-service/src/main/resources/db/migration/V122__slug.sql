-- Every slug that ever led to an edition stays its own: links keep working, and nobody else's text appears behind them.
CREATE TABLE slug (
  language   VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slug       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  article_id BINARY(16)  NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (language, slug),
  KEY slug_article (article_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
