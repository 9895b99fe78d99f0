-- A house has a handful of pages among all its posts: they are found without reading those.
ALTER TABLE article ADD KEY article_kind (kind, updated_at, id);
