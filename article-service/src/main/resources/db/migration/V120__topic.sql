-- What articles are about: one address for all languages, a name in each.
CREATE TABLE topic (
  id         BINARY(16)  NOT NULL,
  slug       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language   VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY topic_slug (slug)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE topic_name (
  topic_id BINARY(16)   NOT NULL,
  language VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name     VARCHAR(120) NOT NULL,
  PRIMARY KEY (topic_id, language)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
