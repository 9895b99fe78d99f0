-- Up to where each translator was told by mail what went stale; of their address nothing is kept here. What is being told stays until the
-- mail server has taken it, with the identity of the mail: who dies in between leaves both to the next one.
CREATE TABLE digest (
  account BINARY(16) NOT NULL PRIMARY KEY,
  told BIGINT NOT NULL,
  telling BIGINT NULL,
  message BINARY(16) NULL,
  lease BINARY(16) NULL,
  attempts INT NOT NULL,
  due_at DATETIME(6) NOT NULL,
  sent_at DATETIME(6) NULL,
  failure VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failed_at DATETIME(6) NULL,
  KEY digest_sent (sent_at),
  KEY digest_failed (failed_at)
) DEFAULT CHARSET = utf8mb4;
