-- Every state that a writer saved: the text as typed and as sanitised, never changed afterwards.
CREATE TABLE revision (
  article_id BINARY(16)    NOT NULL,
  number     INT           NOT NULL,
  author_id  BINARY(16)    NOT NULL,
  title      VARCHAR(300)  NOT NULL,
  summary    VARCHAR(1000) NULL,
  slug       VARCHAR(80)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  topics     TEXT          NOT NULL,
  format     VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body       MEDIUMTEXT    NOT NULL,
  html       MEDIUMTEXT    NOT NULL,
  created_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (article_id, number)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
