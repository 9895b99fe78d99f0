-- What the tests' writers change and what their readers make of it.
CREATE TABLE thing (
  id BINARY(16) NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  version INT NOT NULL,
  created_at DATETIME(6) NOT NULL
) DEFAULT CHARSET = utf8mb4;
CREATE TABLE effect (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  subject VARCHAR(64) NOT NULL,
  version INT NOT NULL
) DEFAULT CHARSET = utf8mb4;
