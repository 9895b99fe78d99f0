package voxpop.comment.comment;

/**
 * What is stored now.
 *
 * @param again the same request had come before, and its answer got lost: nothing new was stored
 */
record Stored(Comment comment, boolean again) {}
