/**
 * Owns what readers suggest: a better translation of a sentence, from anybody, which waits until a
 * translator takes or refuses it. How a taken one becomes the text is the desk's business.
 */
@NullMarked
package voxpop.translation.suggestion;

import org.jspecify.annotations.NullMarked;
