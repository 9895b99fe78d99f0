-- A site may trust its engine for one language and not for another, and may want search engines to see what nobody has read.
ALTER TABLE site
  ADD COLUMN machine_editions_by_language VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  ADD COLUMN index_machine_editions BOOLEAN NOT NULL DEFAULT FALSE;
