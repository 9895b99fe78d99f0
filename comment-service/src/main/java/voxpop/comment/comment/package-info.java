/**
 * The threads: what was said below an article, in which order, and how much of it everybody may
 * see. Whether a comment is fit to be seen is decided by {@code spam} when it is written and by
 * {@code moderation} afterwards.
 */
@NullMarked
package voxpop.comment.comment;

import org.jspecify.annotations.NullMarked;
