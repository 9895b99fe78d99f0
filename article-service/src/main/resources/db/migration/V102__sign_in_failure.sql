-- Failures of the last minutes by account and by network (as hashes), in the database so that every instance counts the same.
CREATE TABLE sign_in_gate (
  gate      BINARY(32)  NOT NULL,
  used_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (gate),
  KEY sign_in_gate_age (used_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE sign_in_failure (
  id        BINARY(16)  NOT NULL,
  gate      BINARY(32)  NOT NULL,
  failed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY sign_in_failure_gate (gate, failed_at),
  KEY sign_in_failure_age (failed_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
