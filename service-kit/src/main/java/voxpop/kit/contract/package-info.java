/**
 * The public addresses as OpenAPI: reads the documents that lie beside each program's code and
 * merges them into the one that the gateway serves. What they say is each program's own business.
 */
@NullMarked
package voxpop.kit.contract;

import org.jspecify.annotations.NullMarked;
