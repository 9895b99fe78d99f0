package voxpop.kit.feed;

import java.util.List;

/**
 * A piece of a feed.
 *
 * @param changes in order; empty if nothing came
 * @param lastEventId where to go on: the last change's id, or the one asked for
 */
public record Batch(List<Change> changes, String lastEventId) {}
