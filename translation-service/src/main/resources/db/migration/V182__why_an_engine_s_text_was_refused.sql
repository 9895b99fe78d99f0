-- One by one, with what each is about, as JSON: so that it can be told in the translator's language.
ALTER TABLE target ADD COLUMN failure_reasons TEXT NULL;
