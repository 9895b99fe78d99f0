-- Compaction looks for the oldest changes; without this it would read all of them.
CREATE INDEX feed_change_written_at ON feed_change (written_at);
