-- What the broken one meant.
ALTER TABLE thing ADD COLUMN size INT NULL;
