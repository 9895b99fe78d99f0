/**
 * Settings that all instances share and take up while they run, from Consul's key-value store.
 * Which they are is said by who reads them; secrets and addresses are none.
 */
@NullMarked
package voxpop.kit.shared;

import org.jspecify.annotations.NullMarked;
