-- How far each translation is, kept up with every change, so that the list of what there is to do counts nothing when it is read.
CREATE TABLE progress (
  id BINARY(16) NOT NULL PRIMARY KEY,
  article BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(1000) NOT NULL,
  missing INT NOT NULL,
  machine INT NOT NULL,
  draft INT NOT NULL,
  approved INT NOT NULL,
  stale INT NOT NULL,
  to_do BOOLEAN NOT NULL,
  UNIQUE KEY progress_language (article, language),
  KEY progress_to_do (to_do, article, language)
) DEFAULT CHARSET = utf8mb4;
