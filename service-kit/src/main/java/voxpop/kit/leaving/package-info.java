/**
 * How a program ends when it is told to: it says that it leaves, serves whoever still comes, and
 * finishes what it has begun. What each part then has to close is that part's own.
 */
@NullMarked
package voxpop.kit.leaving;

import org.jspecify.annotations.NullMarked;
