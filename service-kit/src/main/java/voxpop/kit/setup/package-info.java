/**
 * Settings that every program shares and an operator may override. It holds no rule of any service.
 */
@NullMarked
package voxpop.kit.setup;

import org.jspecify.annotations.NullMarked;
