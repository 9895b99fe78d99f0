/**
 * Owns the texts that are being translated: the source as readers see it, what a change of it means
 * for every language, and the translators' desk. What readers get of it is made in {@code edition}.
 */
@NullMarked
package voxpop.translation.document;

import org.jspecify.annotations.NullMarked;
