-- How somebody wants to be spoken and written to; no row: as everybody. The token in a mail lets its reader end the mails without signing
-- in; refused is the code by which a mail server said that there is no such address.
CREATE TABLE author_preference (
  author   BINARY(16)  NOT NULL,
  language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL,
  digest   BOOLEAN     NOT NULL,
  token    CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  refused  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (author),
  UNIQUE KEY author_preference_token (token)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
