-- A count is the sum of a few rows, so that those who comment on one article at once don't queue for one.
CREATE TABLE tally (
  subject VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slot SMALLINT NOT NULL,
  total BIGINT NOT NULL,
  PRIMARY KEY (subject, slot)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
