package voxpop.comment.comment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A part of a count; the parts of a subject make the whole. */
@MappedEntity("tally")
record Tally(@Id String subject, int slot, long total) {}
