/**
 * The decisions of people about comments, each kept with who made it and when. What readers see of
 * a thread afterwards is left to {@code comment}.
 */
@NullMarked
package voxpop.comment.moderation;

import org.jspecify.annotations.NullMarked;
