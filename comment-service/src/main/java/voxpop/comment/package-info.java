/**
 * The program that keeps the discussion. What it does lives in its packages; this one starts it.
 */
@NullMarked
package voxpop.comment;

import org.jspecify.annotations.NullMarked;
