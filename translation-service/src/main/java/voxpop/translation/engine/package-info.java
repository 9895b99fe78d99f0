/**
 * Translation engines behind one interface, one class each, found working by a probe. They get
 * masked text and know nothing of segments or readers; whether their answer is good is checked
 * where it is asked for, in {@code job}.
 */
@NullMarked
package voxpop.translation.engine;

import org.jspecify.annotations.NullMarked;
