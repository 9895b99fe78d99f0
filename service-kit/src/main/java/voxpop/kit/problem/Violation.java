package voxpop.kit.problem;

import io.micronaut.serde.annotation.Serdeable;

/** One thing wrong with the input: the field as the caller named it, and what to do about it. */
@Serdeable
public record Violation(String field, String message) {}
