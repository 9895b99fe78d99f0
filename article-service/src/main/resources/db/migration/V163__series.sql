-- Articles that are to be read one after the other; an article is in one such series. Its name is a wording.
CREATE TABLE series (
  id         BINARY(16)  NOT NULL,
  slug       VARCHAR(80) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY series_slug (slug)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE series_article (
  series_id  BINARY(16) NOT NULL,
  position   INT        NOT NULL,
  article_id BINARY(16) NOT NULL,
  PRIMARY KEY (series_id, position),
  UNIQUE KEY series_article_once (article_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
