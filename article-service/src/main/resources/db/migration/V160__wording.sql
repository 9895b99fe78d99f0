-- What the house itself says to readers (the name of a topic, a note about an author, the menu), as texts that are translated as articles
-- are: in its own language here, with a revision that grows with each change; as readers get it in other languages there.
CREATE TABLE wording (
  id         BINARY(16)   NOT NULL,
  kind       VARCHAR(10)  NOT NULL,
  address    VARCHAR(80)  NOT NULL,
  language   VARCHAR(35)  NOT NULL,
  title      VARCHAR(300) NOT NULL,
  html       MEDIUMTEXT   NOT NULL,
  revision   INT          NOT NULL,
  version    BIGINT       NOT NULL,
  updated_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  KEY wording_kind (kind, address)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE wording_text (
  wording_id BINARY(16)    NOT NULL,
  language   VARCHAR(35)   NOT NULL,
  title      VARCHAR(1000) NOT NULL,
  html       MEDIUMTEXT    NOT NULL,
  origin     VARCHAR(10)   NOT NULL,
  status     VARCHAR(10)   NOT NULL,
  PRIMARY KEY (wording_id, language)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
