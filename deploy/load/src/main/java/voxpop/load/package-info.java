/**
 * Fills a platform through its own API and sends it readers at a fixed rate. Nothing of it is part
 * of a service.
 */
@NullMarked
package voxpop.load;

import org.jspecify.annotations.NullMarked;
