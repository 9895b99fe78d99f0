/**
 * The change feed: changes written with what they tell of, served in order, and taken into effect
 * once. What a change means is each service's own business.
 */
@NullMarked
package voxpop.kit.feed;

import org.jspecify.annotations.NullMarked;
