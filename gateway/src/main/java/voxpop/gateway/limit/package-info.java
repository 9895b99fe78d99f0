/**
 * How much one reader, network or account may do in a minute, and how they are told. Whom a request
 * comes from is found out in {@code edge}; guessing of passwords is article-service's to stop, for
 * its count must be the same at every door.
 */
@NullMarked
package voxpop.gateway.limit;

import org.jspecify.annotations.NullMarked;
