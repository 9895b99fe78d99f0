/**
 * The services as the door sees them: what they answer, as records, and one client for each that
 * owns time-out, retry and breaker. What is made of the answers is decided elsewhere; nothing here
 * knows pages, cookies or caches.
 */
@NullMarked
package voxpop.gateway.client;

import org.jspecify.annotations.NullMarked;
