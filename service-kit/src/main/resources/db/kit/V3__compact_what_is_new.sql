-- Compaction looks at what came since it last looked, not at all that is kept: each change names the one of its subject that it
-- replaces, and how far compaction has looked is kept.
ALTER TABLE feed_change ADD COLUMN replaces BIGINT NULL;
CREATE TABLE feed_compaction (
  id TINYINT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  written_before DATETIME(6) NOT NULL
) DEFAULT CHARSET = utf8mb4;
INSERT INTO feed_compaction (id, position, written_before) VALUES (1, 0, '1970-01-02 00:00:00');
