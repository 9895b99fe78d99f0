-- What each engine was sent in a calendar month (UTC): taken before it is sent, by whichever instance sends it.
CREATE TABLE engine_use (
  engine VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  characters BIGINT NOT NULL,
  visitors BIGINT NOT NULL,
  PRIMARY KEY (engine, month)
);

-- A job can be held, ended before its time, and wait for an engine; its receipt names all hands.
ALTER TABLE job
  ADD glossary_characters BIGINT NOT NULL DEFAULT 0,
  ADD person_characters BIGINT NOT NULL DEFAULT 0,
  ADD paused BOOLEAN NOT NULL DEFAULT FALSE,
  ADD cancelled BOOLEAN NOT NULL DEFAULT FALSE,
  ADD waiting VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD waiting_until DATETIME(6) NULL;

-- What was sent to an engine is marked before it is sent: who dies then leaves the mark.
ALTER TABLE task
  ADD asked BOOLEAN NOT NULL DEFAULT FALSE,
  ADD paused BOOLEAN NOT NULL DEFAULT FALSE,
  ADD priority BIGINT NOT NULL DEFAULT 0,
  ADD KEY task_next (paused, priority, due_at),
  ADD KEY task_article (article, language),
  ADD KEY task_lease (lease),
  DROP KEY task_due;

-- How often an article is recommended, as article-service tells it: what many read is translated first.
CREATE TABLE popularity (
  article BINARY(16) NOT NULL PRIMARY KEY,
  recommendations BIGINT NOT NULL
);
