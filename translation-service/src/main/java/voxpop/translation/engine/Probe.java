package voxpop.translation.engine;

import java.util.Set;

/**
 * What an engine said when it was last asked whether it works.
 *
 * @param detail a sentence for whoever sets it up
 */
public record Probe(boolean working, Set<Pair> pairs, String detail) {}
