package voxpop.gateway.edge;

import java.util.function.LongFunction;

/**
 * How a page is made anew when only counts and comments have changed: from the text that is there,
 * and from what was asked for since a moment of {@link System#nanoTime}, once for all languages.
 *
 * @param weight of what is kept for it, in bytes
 */
public record Again(LongFunction<Rendered> render, int weight) {}
