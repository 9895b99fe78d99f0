-- The identifier that folder or bucket of the pictures carries as well: a wrong one is noticed at the start, not by readers.
CREATE TABLE picture_store (
  id         TINYINT     NOT NULL,
  identifier VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
