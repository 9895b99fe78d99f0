-- Who recommends what: the key makes a reader count once, however often and from wherever they say so.
CREATE TABLE recommendation (
  article_id BINARY(16)  NOT NULL,
  reader     BINARY(32)  NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (article_id, reader)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many they are, as the sum of some rows, so that the readers of a hot article don't queue for one. What the feed hasn't told
-- yet is marked in the same write.
CREATE TABLE recommendation_count (
  article_id BINARY(16) NOT NULL,
  slot       TINYINT    NOT NULL,
  readers    INT        NOT NULL,
  untold     BOOLEAN    NOT NULL,
  PRIMARY KEY (article_id, slot),
  KEY recommendation_count_untold (untold, article_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- When counts were last told: one row that only the teller touches, so that no second sees two events of an article.
CREATE TABLE recommendation_telling (
  id      TINYINT     NOT NULL,
  told_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT INTO recommendation_telling (id, told_at) VALUES (1, '2000-01-01 00:00:00');
