package voxpop.comment.comment;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list, ready to be sent.
 *
 * @param json a {@link CommentList}
 * @param next where the following stretch begins; null at the end
 */
record WrittenList(byte[] json, @Nullable String next) {}
