/**
 * Which instance of another program a call goes to: those that Consul or the settings name, less
 * those that were just seen not to answer. What a caller does about a failed call is the caller's.
 */
@NullMarked
package voxpop.kit.rotation;

import org.jspecify.annotations.NullMarked;
