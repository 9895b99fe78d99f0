/**
 * Calls to addresses that somebody typed: whom such a call may reach, and the one client that makes
 * it. Where the house's own programs and an operator's engines are is a setting, and trusted.
 */
@NullMarked
package voxpop.kit.outbound;

import org.jspecify.annotations.NullMarked;
