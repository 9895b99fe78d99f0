/**
 * Owns what readers get of a translation: which text of each sentence they see, when that changes,
 * and the edition made of it. article-service fetches editions and settles their addresses.
 */
@NullMarked
package voxpop.translation.edition;

import org.jspecify.annotations.NullMarked;
