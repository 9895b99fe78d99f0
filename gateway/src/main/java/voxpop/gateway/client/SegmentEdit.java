package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;

/** A person’s translation of a segment. */
@Serdeable
public record SegmentEdit(String text, boolean approve) {}
