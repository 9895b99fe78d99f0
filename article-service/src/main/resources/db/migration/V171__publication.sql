-- Which revisions were given to readers, and which of them as a correction: who reads late must not take two for one.
CREATE TABLE publication (
  article_id BINARY(16) NOT NULL,
  revision   INT        NOT NULL,
  correction BOOLEAN    NOT NULL,
  PRIMARY KEY (article_id, revision)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT INTO publication (article_id, revision, correction)
  SELECT id, published_revision, correction FROM article WHERE published_revision IS NOT NULL;
