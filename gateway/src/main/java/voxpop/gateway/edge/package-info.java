/**
 * What every request meets first and every answer last: the page cache, who is visiting, what is
 * refused, and the headers. What a page says is decided in {@code page}, what a program may do in
 * the services.
 */
@NullMarked
package voxpop.gateway.edge;

import org.jspecify.annotations.NullMarked;
