package voxpop.article.recommendation;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a reader is told.
 *
 * @param count every recommendation whose answer was given before this one's
 * @param recommended whether this reader's is among them
 */
@Serdeable
record Recommendation(long count, boolean recommended) {}
