/**
 * Fills the databases of a platform that is stopped with any number of articles and their
 * discussions, past the programs but with the rows that these would have left. Whether the programs
 * then carry it is measured elsewhere.
 */
@NullMarked
package voxpop.load.growth;

import org.jspecify.annotations.NullMarked;
