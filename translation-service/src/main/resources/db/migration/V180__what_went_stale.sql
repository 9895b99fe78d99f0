-- Sentences that translators have to look at again, since when, and in which order it came to be: what is news to somebody is what came
-- after the position up to which they know. The one row of stale_position is held until the commit, so that no lower position appears later.
CREATE TABLE stale_position (
  id INT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
);
INSERT INTO stale_position (id, position) VALUES (1, 0);
CREATE TABLE stale_sentence (
  segment BINARY(16) NOT NULL,
  language VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  article BINARY(16) NOT NULL,
  hash CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT NOT NULL,
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (segment, language),
  KEY stale_sentence_article (article, language),
  KEY stale_sentence_news (language, position)
) DEFAULT CHARSET = utf8mb4;
-- Up to where a translator has looked, and in which language the studio spoke to them then.
CREATE TABLE translator_look (
  account BINARY(16) NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  language VARCHAR(35) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
) DEFAULT CHARSET = utf8mb4;
-- What is stale already is listed, but news to nobody: it comes before the first position.
INSERT INTO stale_sentence (segment, language, article, hash, position, since)
  SELECT s.id, t.language, s.article, s.hash, 0 - CAST(ROW_NUMBER() OVER (ORDER BY s.article, t.language, s.place) AS SIGNED), UTC_TIMESTAMP(6) FROM target t JOIN segment s ON s.id = t.segment
  JOIN document d ON d.article = s.article
  WHERE s.place IS NOT NULL AND d.published = TRUE AND t.language <> d.language AND (t.approved_hash <> s.hash
    OR (t.approved_text IS NULL AND (t.candidate_hash <> s.hash OR (t.candidate_text IS NULL AND t.shown_text IS NOT NULL))));
