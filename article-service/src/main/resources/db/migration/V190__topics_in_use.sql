-- Which topics have an edition in a language is found by going from one to the next, not by looking at each topic there is.
ALTER TABLE edition_topic ADD KEY edition_topic_in_use (language, topic_id);
