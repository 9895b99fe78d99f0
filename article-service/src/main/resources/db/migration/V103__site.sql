-- The one row that says what this site is called, where it is and in which languages it is read.
CREATE TABLE site (
  id               TINYINT      NOT NULL,
  name             VARCHAR(120) NOT NULL,
  tagline          VARCHAR(300) NOT NULL,
  address          VARCHAR(300) NOT NULL,
  language         VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  languages        VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone        VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  machine_editions VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  comments         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version          BIGINT       NOT NULL,
  PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
