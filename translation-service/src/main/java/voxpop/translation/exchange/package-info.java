/**
 * Owns the ways in which whole translations come and go: files for translators' own programs, and a
 * text in another language that is there already. Which sentence may be changed by whom is the
 * desk's business.
 */
@NullMarked
package voxpop.translation.exchange;

import org.jspecify.annotations.NullMarked;
