/**
 * Remembers every text that a person approved or an engine gave, so that nobody is asked twice.
 * Whether a remembered text is used, and as what, is decided by who asks.
 */
@NullMarked
package voxpop.translation.memory;

import org.jspecify.annotations.NullMarked;
