package voxpop.translation.engine;

/**
 * What an engine takes at once.
 *
 * @param texts at most
 * @param characters of them all, at most; a single longer text goes alone
 */
public record Limits(int texts, int characters) {}
