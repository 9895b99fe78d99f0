-- A creation whose answer got lost is asked for again with the same key: it must not make a second article.
CREATE TABLE creation (
  idempotency_key BINARY(32)  NOT NULL,
  article_id      BINARY(16)  NOT NULL,
  created_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (idempotency_key),
  KEY creation_age (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
