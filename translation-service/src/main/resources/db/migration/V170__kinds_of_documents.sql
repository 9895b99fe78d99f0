-- Not only articles are translated: translators see whether a text is a post, a page, a topic's name, a note about an author, the menu.
ALTER TABLE document ADD kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'post';
