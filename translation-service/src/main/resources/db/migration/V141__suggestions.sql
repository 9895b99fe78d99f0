-- What readers suggest for a sentence, until a translator has decided. Of who suggested it nothing is kept.
CREATE TABLE suggestion (
  id BINARY(16) NOT NULL PRIMARY KEY,
  article BINARY(16) NOT NULL,
  segment BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shown MEDIUMTEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  fingerprint CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  decided_at DATETIME(6) NULL,
  decided_by VARCHAR(200) NULL,
  UNIQUE KEY suggestion_text (segment, language, fingerprint),
  KEY suggestion_list (state, language, id),
  KEY suggestion_article (article, language, state, id)
) DEFAULT CHARSET = utf8mb4;
