/**
 * Where people write, translate, moderate and settle things: pages for those who are signed in,
 * complete without JavaScript. What somebody may do is decided by the services; the studio only
 * leaves out what would be refused anyway.
 */
@NullMarked
package voxpop.gateway.studio;

import org.jspecify.annotations.NullMarked;
