-- Changes are written here in the transaction of what they tell of; a position is given afterwards, to committed rows only.
CREATE TABLE feed_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  position BIGINT NULL,
  nonce CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  removal BOOLEAN NOT NULL,
  data MEDIUMTEXT NOT NULL,
  written_at DATETIME(6) NOT NULL,
  UNIQUE KEY feed_change_position (position)
) DEFAULT CHARSET = utf8mb4;

-- One row a subject: locked until commit by whoever writes a change of it, so that its changes can't swap; names the change that
-- compaction must keep.
CREATE TABLE feed_subject (
  type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_change BIGINT NOT NULL,
  PRIMARY KEY (type, subject)
) DEFAULT CHARSET = utf8mb4;

-- The newest position given. Its row is the lock of whoever gives the next ones.
CREATE TABLE feed_head (
  id TINYINT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4;
INSERT INTO feed_head (id, position) VALUES (1, 0);

-- How far this service has read in another one's feed, and which instance is reading.
CREATE TABLE feed_reader (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  event_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  held_until DATETIME(6) NULL
) DEFAULT CHARSET = utf8mb4;
