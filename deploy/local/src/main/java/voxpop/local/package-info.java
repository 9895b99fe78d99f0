/**
 * Everything on one machine: the embedded database, a Consul agent where there is one, and the four
 * programs as processes of their own. What the programs do is theirs; this package knows only how
 * they are started, watched and ended.
 */
@NullMarked
package voxpop.local;

import org.jspecify.annotations.NullMarked;
