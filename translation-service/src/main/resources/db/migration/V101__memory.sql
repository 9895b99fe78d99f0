-- Every text that a person approved or an engine gave, under the sentence that it translates: taking an edit back, or writing the
-- same sentence again, asks no engine and no person twice.
CREATE TABLE memory_entry (
  id BINARY(16) NOT NULL PRIMARY KEY,
  segment BINARY(16) NOT NULL,
  source_language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved BOOLEAN NOT NULL,
  source MEDIUMTEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  origin VARCHAR(40) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY memory_entry_segment (segment, language, hash, approved),
  KEY memory_entry_hash (source_language, language, hash)
) DEFAULT CHARSET = utf8mb4;
