-- The language of a comment is guessed among those that the site speaks.
ALTER TABLE site ADD COLUMN languages VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '';
