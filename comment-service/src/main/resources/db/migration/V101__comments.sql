-- `path` is the place in the thread and `shown` what everybody sees of it, so that a page of a thread is one range of one index,
-- in each order, with and without a language.
CREATE TABLE comment (
  id BINARY(16) NOT NULL PRIMARY KEY,
  article_id BINARY(16) NOT NULL,
  parent_id BINARY(16) NULL,
  root_id BINARY(16) NOT NULL,
  path VARBINARY(128) NOT NULL,
  writer VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  author_id BINARY(16) NULL,
  name VARCHAR(80) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  html MEDIUMTEXT NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  shown BOOLEAN NOT NULL,
  erased BOOLEAN NOT NULL,
  KEY thread_oldest (article_id, shown, path),
  KEY thread_newest (article_id, shown, root_id DESC, path),
  KEY thread_language_oldest (article_id, language, shown, path),
  KEY thread_language_newest (article_id, language, shown, root_id DESC, path),
  KEY own (writer, article_id, status),
  KEY queue (status, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Addresses stand apart: what is shown is read without them.
CREATE TABLE correspondent (
  comment_id BINARY(16) NOT NULL PRIMARY KEY,
  email VARCHAR(254) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
