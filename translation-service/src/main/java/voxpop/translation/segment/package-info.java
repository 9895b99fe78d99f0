/**
 * Owns what a sentence is: how a text is cut into segments, what in a segment must not change on
 * its way into another language, and how a text is put together again. It knows no database and no
 * engine; whose translation counts, and when readers see it, is decided in {@code document}.
 */
@NullMarked
package voxpop.translation.segment;

import org.jspecify.annotations.NullMarked;
