/**
 * Keeps a program right while its database changes: migrations of which one fails or that are taken
 * back, and another server that becomes the primary.
 */
@NullMarked
package voxpop.kit.database;

import org.jspecify.annotations.NullMarked;
