/**
 * Errors as RFC 9457 problem details, one mechanism per process. Which problems there are is each
 * service's own business.
 */
@NullMarked
package voxpop.kit.problem;

import org.jspecify.annotations.NullMarked;
