/**
 * Owns the glossary: which word is to be translated how, left as it is, or never used, and where it
 * stands. What is done about a text that keeps to none of it is decided by who asks: people are
 * warned, engines' texts are refused.
 */
@NullMarked
package voxpop.translation.glossary;

import org.jspecify.annotations.NullMarked;
