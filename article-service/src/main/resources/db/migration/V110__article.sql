-- What is written, in one language, and how far it has come; its row is locked by whoever changes anything of it.
CREATE TABLE article (
  id                 BINARY(16)  NOT NULL,
  kind               VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language           VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author_id          BINARY(16)  NOT NULL,
  status             VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  comments           VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  newest_revision    INT         NOT NULL,
  published_revision INT         NULL,
  correction         BOOLEAN     NOT NULL,
  publish_at         DATETIME(6) NULL,
  published_at       DATETIME(6) NULL,
  version            BIGINT      NOT NULL,
  created_at         DATETIME(6) NOT NULL,
  updated_at         DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY article_schedule (publish_at),
  KEY article_recent (updated_at, id),
  KEY article_author (author_id, updated_at, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
