-- A newer release's, of lower number than those that the release before knows.
ALTER TABLE thing ADD COLUMN colour VARCHAR(20) NULL;
