-- The next task is read off an index in the order in which tasks are claimed. Where it is sorted out, a claim reads, and locks, all that is
-- queued.
ALTER TABLE task ADD KEY task_urgent (paused, priority DESC, due_at), DROP KEY task_next;
