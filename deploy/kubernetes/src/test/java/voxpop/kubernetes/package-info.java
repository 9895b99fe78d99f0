/**
 * Holds the manifests to rules that a cluster would show only later, or never. Every overlay and
 * every combination of components is built as an operator would build it.
 */
@NullMarked
package voxpop.kubernetes;

import org.jspecify.annotations.NullMarked;
