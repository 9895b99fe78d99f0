/**
 * Owns the guess in which language somebody has written. Whoever wrote it knows better, and can say
 * so; that is kept in {@code comment}.
 */
@NullMarked
package voxpop.comment.language;

import org.jspecify.annotations.NullMarked;
