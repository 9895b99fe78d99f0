/**
 * The queue of what engines are to translate: kept in the database, claimed by whichever instance
 * is free, safe against its death. Which text is good enough is decided here; what readers see of
 * it, in {@code edition}.
 */
@NullMarked
package voxpop.translation.job;

import org.jspecify.annotations.NullMarked;
