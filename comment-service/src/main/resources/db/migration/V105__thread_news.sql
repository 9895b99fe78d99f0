-- A comment leaves a note here in its own transaction; from the notes at most one event per article and second is made. So those who
-- comment on one article at once don't queue for its place in the feed.
CREATE TABLE thread_news (
  id BINARY(16) NOT NULL PRIMARY KEY,
  article_id BINARY(16) NOT NULL,
  KEY by_article (article_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE thread_told (
  article_id BINARY(16) NOT NULL PRIMARY KEY,
  told_at DATETIME(6) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
