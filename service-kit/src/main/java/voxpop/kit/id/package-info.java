/**
 * Identifiers: time-ordered UUIDs and the way they are stored. What they identify is each service's
 * own business.
 */
@NullMarked
package voxpop.kit.id;

import org.jspecify.annotations.NullMarked;
