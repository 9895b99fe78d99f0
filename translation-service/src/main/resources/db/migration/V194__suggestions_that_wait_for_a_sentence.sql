-- Whether enough suggestions wait for a sentence is told without reading those that were decided, of which there is no end.
ALTER TABLE suggestion ADD KEY suggestion_waiting (segment, language, state);
