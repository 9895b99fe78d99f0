/**
 * How much a program takes on at once. Above it, who comes is told at once to come again, so that
 * those who were let in are still answered in time; whose turn it is, is left to chance.
 */
@NullMarked
package voxpop.kit.load;

import org.jspecify.annotations.NullMarked;
