-- How words are to be translated. The state's one row counts changes, so that every instance sees at once that its copy is old.
CREATE TABLE term (
  id BINARY(16) NOT NULL PRIMARY KEY,
  source VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  term VARCHAR(200) NOT NULL,
  rule VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  translation VARCHAR(200) NULL,
  case_sensitive BOOLEAN NOT NULL,
  note VARCHAR(500) NULL,
  version INT NOT NULL,
  KEY term_pair (source, target, id)
) DEFAULT CHARSET = utf8mb4;
CREATE TABLE glossary_state (
  id INT NOT NULL PRIMARY KEY,
  changes BIGINT NOT NULL
);
INSERT INTO glossary_state (id, changes) VALUES (1, 0);
