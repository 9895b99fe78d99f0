/**
 * Keeps programs from filling the discussion: the sum, the honeypot, limits and filters. What
 * becomes of a comment that passed, or was held, is left to {@code comment} and {@code moderation}.
 */
@NullMarked
package voxpop.comment.spam;

import org.jspecify.annotations.NullMarked;
