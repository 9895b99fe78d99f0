/**
 * What is told of every request: its id, which all programs share, and one line when it is over.
 * What the programs say beyond that is logback's business.
 */
@NullMarked
package voxpop.kit.access;

import org.jspecify.annotations.NullMarked;
