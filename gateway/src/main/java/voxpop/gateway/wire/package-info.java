/**
 * What may come over a connection at all: how large, how slow, in which form; and the certificate.
 * Everything behind it sees whole and unambiguous requests only.
 */
@NullMarked
package voxpop.gateway.wire;

import org.jspecify.annotations.NullMarked;
