-- A writer's desk shows the articles of one status, the last saved first, without reading all others.
ALTER TABLE article ADD KEY article_status (status, updated_at, id);
