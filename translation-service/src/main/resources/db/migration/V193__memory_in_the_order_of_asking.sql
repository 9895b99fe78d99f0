-- A sentence that stands in thousands of articles has as many entries: the newest twenty are read off the index, nothing is sorted.
ALTER TABLE memory_entry
  ADD KEY memory_entry_newest (source_language, language, hash, approved, created_at, id),
  DROP KEY memory_entry_hash;
