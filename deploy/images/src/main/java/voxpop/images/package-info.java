/**
 * Container images of the four programs: a run-time linked for them, their libraries, what a
 * training left, and the program, each a layer. Starting and training the programs is the business
 * of {@code voxpop.local}.
 */
@NullMarked
package voxpop.images;

import org.jspecify.annotations.NullMarked;
