-- What else a reader of an edition may like, in that language, best first: worked out when something is published, read by key.
CREATE TABLE related (
  article_id BINARY(16)  NOT NULL,
  language   VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  position   TINYINT     NOT NULL,
  other_id   BINARY(16)  NOT NULL,
  PRIMARY KEY (article_id, language, position),
  KEY related_other (other_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
