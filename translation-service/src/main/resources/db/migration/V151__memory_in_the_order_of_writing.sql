-- Each instance's index of near matches follows what people approve, in the order in which it was written.
ALTER TABLE memory_entry
  ADD KEY memory_entry_written (approved, created_at, id),
  ADD KEY memory_entry_pair (source_language, language, approved, id);
