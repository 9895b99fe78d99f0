-- Pictures by their address; those of the same bytes share their files (content), which are never changed.
CREATE TABLE media (
  id         BINARY(16)    NOT NULL,
  content    BINARY(32)    NOT NULL,
  format     VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width      INT           NOT NULL,
  height     INT           NOT NULL,
  widths     VARCHAR(100)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  alt        VARCHAR(1000) NOT NULL,
  caption    VARCHAR(1000) NULL,
  author_id  BINARY(16)    NOT NULL,
  created_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY media_content (content)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
