-- The same in the list of what there is to do, which is read without the documents.
ALTER TABLE progress ADD kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'post';
