-- New readers of an article from one network in one day, spread over some rows as the count is.
CREATE TABLE recommendation_allowance (
  day        DATE       NOT NULL,
  article_id BINARY(16) NOT NULL,
  network    BINARY(32) NOT NULL,
  slot       TINYINT    NOT NULL,
  used       INT        NOT NULL,
  PRIMARY KEY (day, article_id, network, slot)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who took a recommendation back today: not a new reader if they think better of it.
CREATE TABLE recommendation_withdrawn (
  day        DATE       NOT NULL,
  article_id BINARY(16) NOT NULL,
  reader     BINARY(32) NOT NULL,
  PRIMARY KEY (day, article_id, reader)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
