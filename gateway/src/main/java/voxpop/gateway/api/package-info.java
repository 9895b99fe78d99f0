/**
 * The addresses for programs: which service owns which prefix, and what of a call passes through
 * the door.
 */
@NullMarked
package voxpop.gateway.api;

import org.jspecify.annotations.NullMarked;
