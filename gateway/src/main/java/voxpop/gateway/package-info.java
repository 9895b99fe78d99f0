/**
 * The only door: web pages for people, {@code /api} for programs. It has no database and no rule of
 * any service.
 */
@NullMarked
package voxpop.gateway;

import org.jspecify.annotations.NullMarked;
