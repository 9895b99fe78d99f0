-- A text that is being translated: what stands around its sentences, as of the newest revision that readers see. Its row is locked
-- by whoever changes anything about its translations, so that an edition is always made of one state of all its segments.
CREATE TABLE document (
  article BINARY(16) NOT NULL PRIMARY KEY,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision INT NOT NULL,
  title VARCHAR(1000) NOT NULL,
  published BOOLEAN NOT NULL,
  skeleton LONGTEXT NOT NULL
) DEFAULT CHARSET = utf8mb4;

-- A sentence of the source; without a place when it was deleted, kept because edits are taken back.
CREATE TABLE segment (
  id BINARY(16) NOT NULL PRIMARY KEY,
  article BINARY(16) NOT NULL,
  place INT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source MEDIUMTEXT NOT NULL,
  hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_version INT NOT NULL,
  corrected_version INT NOT NULL,
  KEY segment_place (article, place)
) DEFAULT CHARSET = utf8mb4;

-- A sentence in another language: what a person approved, what was proposed, and what readers are shown.
CREATE TABLE target (
  id BINARY(16) NOT NULL PRIMARY KEY,
  segment BINARY(16) NOT NULL,
  article BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_version INT NOT NULL,
  approved_text MEDIUMTEXT NULL,
  approved_hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  approved_source MEDIUMTEXT NULL,
  approved_version INT NOT NULL,
  approved_by VARCHAR(200) NULL,
  candidate_text MEDIUMTEXT NULL,
  candidate_hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  candidate_origin VARCHAR(40) NULL,
  shown_text MEDIUMTEXT NULL,
  shown_hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  shown_version INT NOT NULL,
  shown_by_machine BOOLEAN NOT NULL,
  failed_hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failure VARCHAR(1000) NULL,
  UNIQUE KEY target_segment (segment, language),
  KEY target_article (article, language)
) DEFAULT CHARSET = utf8mb4;

-- What readers get of an article in one language, as a whole.
CREATE TABLE edition (
  id BINARY(16) NOT NULL PRIMARY KEY,
  article BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  published BOOLEAN NOT NULL,
  live BOOLEAN NOT NULL,
  taken_back BOOLEAN NOT NULL,
  reviewed BOOLEAN NOT NULL,
  slug VARCHAR(500) NULL,
  title VARCHAR(2000) NULL,
  summary TEXT NULL,
  html LONGTEXT NULL,
  origin VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  source_revision INT NOT NULL,
  UNIQUE KEY edition_language (article, language)
) DEFAULT CHARSET = utf8mb4;
