-- A newer revision of the source that has too many sentences; the document stays as it was before it.
ALTER TABLE document ADD refused_revision INT NULL;
