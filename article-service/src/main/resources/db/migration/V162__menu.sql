-- Where the site's menu leads to, line by line; what the lines are called is said, and translated, by the menu's wording.
CREATE TABLE menu_line (
  menu_id  BINARY(16)   NOT NULL,
  position INT          NOT NULL,
  id       BINARY(16)   NOT NULL,
  label    VARCHAR(120) NOT NULL,
  kind     VARCHAR(10)  NOT NULL,
  target   VARCHAR(500) NOT NULL,
  PRIMARY KEY (menu_id, position),
  KEY menu_line_target (kind, target)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
