-- What a sentence was before a person did something to it, so that it can be taken back, also for readers.
ALTER TABLE target ADD COLUMN earlier MEDIUMTEXT NULL;
