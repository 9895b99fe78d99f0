/**
 * Group commit: what several ask of the database at the same time is done in one transaction. What
 * that transaction consists of is each capability's own business.
 */
@NullMarked
package voxpop.kit.together;

import org.jspecify.annotations.NullMarked;
