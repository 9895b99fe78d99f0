-- Each decision about a comment stays, also the one that another replaced.
CREATE TABLE verdict (
  id BINARY(16) NOT NULL PRIMARY KEY,
  comment_id BINARY(16) NOT NULL,
  verdict VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author_id BINARY(16) NOT NULL,
  author_name VARCHAR(200) NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  KEY history (comment_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
