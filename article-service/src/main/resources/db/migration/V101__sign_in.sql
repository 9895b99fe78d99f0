-- A sign-in that can be listed and ended; of a browser's secret only the hash is known here.
CREATE TABLE sign_in (
  id          BINARY(16)   NOT NULL,
  author_id   BINARY(16)   NOT NULL,
  secret_hash CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  name        VARCHAR(200) NOT NULL,
  created_at  DATETIME(6)  NOT NULL,
  used_at     DATETIME(6)  NOT NULL,
  expires_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY sign_in_secret (secret_hash),
  KEY sign_in_author (author_id, id),
  KEY sign_in_expiry (expires_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
