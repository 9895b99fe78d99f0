/**
 * Who is calling: which program of the house, which signed-in author, which reader. What a role may
 * do is decided by each service.
 */
@NullMarked
package voxpop.kit.caller;

import org.jspecify.annotations.NullMarked;
