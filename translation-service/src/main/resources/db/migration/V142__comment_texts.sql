-- Comments in other languages, made when somebody asked, kept as long as the comment says the same.
CREATE TABLE comment_text (
  id BINARY(16) NOT NULL PRIMARY KEY,
  comment BINARY(16) NOT NULL,
  article BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  html MEDIUMTEXT NOT NULL,
  origin VARCHAR(40) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY comment_text_language (comment, language),
  KEY comment_text_article (article)
) DEFAULT CHARSET = utf8mb4;
