/**
 * What runs here: version, commit and Java. It is told on the management port; whether the door
 * tells it too is the gateway's matter.
 */
@NullMarked
package voxpop.kit.version;

import org.jspecify.annotations.NullMarked;
