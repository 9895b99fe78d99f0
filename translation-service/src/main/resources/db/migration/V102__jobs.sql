-- A machine translation of one article into one language, to be watched by who asked for it.
CREATE TABLE job (
  id BINARY(16) NOT NULL PRIMARY KEY,
  article BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  engine VARCHAR(40) NULL,
  total INT NOT NULL,
  done INT NOT NULL,
  failed INT NOT NULL,
  memory_characters BIGINT NOT NULL,
  engine_characters BIGINT NOT NULL,
  asked_again_characters BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  KEY job_open (article, language, finished_at)
) DEFAULT CHARSET = utf8mb4;

-- One segment to be translated into one language by an engine. Claiming it moves its due time by the lease: who dies with it
-- leaves it to the next one.
CREATE TABLE task (
  id BINARY(16) NOT NULL PRIMARY KEY,
  job BINARY(16) NOT NULL,
  segment BINARY(16) NOT NULL,
  article BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts INT NOT NULL,
  lease BINARY(16) NULL,
  due_at DATETIME(6) NOT NULL,
  UNIQUE KEY task_segment (segment, language),
  KEY task_due (due_at),
  KEY task_job (job)
) DEFAULT CHARSET = utf8mb4;
