-- Who may do what here, and by which name readers know them.
CREATE TABLE author (
  id            BINARY(16)    NOT NULL,
  email         VARCHAR(254)  NOT NULL,
  name          VARCHAR(80)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name  VARCHAR(120)  NOT NULL,
  note          VARCHAR(2000) NULL,
  password_hash VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  roles         VARCHAR(100)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  languages     VARCHAR(500)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY author_email (email),
  UNIQUE KEY author_name (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
