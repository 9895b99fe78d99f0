-- Its row is held by who claims tasks, for as long as a claim takes. Two at once would take the sentences of an article apart, and engines
-- would be asked for them in pieces.
CREATE TABLE claiming (
  id INT NOT NULL PRIMARY KEY
);
INSERT INTO claiming (id) VALUES (1);
