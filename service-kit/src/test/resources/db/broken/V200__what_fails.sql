-- Fails on the database, not in the parser.
ALTER TABLE thing ADD COLUMN size INT NULL AFTER no_such_column;
